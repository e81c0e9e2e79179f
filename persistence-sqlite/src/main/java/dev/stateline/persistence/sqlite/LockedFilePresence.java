package dev.stateline.persistence.sqlite;

import dev.stateline.domain.commit.WriterEpoch;
import dev.stateline.domain.document.Sha256;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.UnavailableException;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.persistence.sql.dialect.OthersPresence;
import dev.stateline.persistence.sql.dialect.WriterPresence;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A writer lives as long as it holds an operating-system lock, which ends with its process. The
 * locked byte is drawn from simulation and epoch: a writer that took over holds another byte than
 * the one it took over from.
 */
final class LockedFilePresence implements WriterPresence {

  private final FileLocks locks;
  private final FileWatch watch;
  private final Set<LockSign> signs = ConcurrentHashMap.newKeySet();
  private boolean closed;

  /**
   * @param locks closed with this
   * @param watch the writers' files; closed with this, since they are open as long as a writer may
   *     come
   */
  LockedFilePresence(FileLocks locks, FileWatch watch) {
    this.locks = locks;
    this.watch = watch;
  }

  /**
   * For a database that is only read. No lock can be held where the file is missing; where it
   * cannot be asked, as on a file system without locks, writers count as living.
   *
   * @param file the one with the locks
   */
  static WriterPresence ofOthers(Path file) {
    return new OthersPresence(
        (connection, simulation, epoch) -> {
          try {
            return FileLocks.isLocked(file, position(simulation, epoch));
          } catch (IOException e) {
            return true;
          }
        });
  }

  @Override
  public boolean isAlive(Connection connection, SimulationId simulation, WriterEpoch epoch) {
    try {
      return locks.isLocked(position(simulation, epoch));
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  @Override
  public Sign announce(Connection transaction, SimulationId simulation, WriterEpoch epoch) {
    try {
      FileLock lock =
          locks
              .tryLock(position(simulation, epoch))
              .orElseThrow(() -> unusable(new IOException("a new epoch's lock is taken")));
      LockSign sign = new LockSign(lock);
      signs.add(sign);
      return sign;
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  /** A lock ends with its process, so there is nothing to wait for. */
  @Override
  public Duration patience() {
    return Duration.ZERO;
  }

  private final class LockSign implements Sign {

    private final FileLock lock;

    LockSign(FileLock lock) {
      this.lock = lock;
    }

    @Override
    public void close() {
      if (signs.remove(this)) {
        try {
          lock.release();
        } catch (IOException e) {
          // The file was closed before, and its locks with it.
        }
      }
    }
  }

  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    Set.copyOf(signs).forEach(LockSign::close);
    try (locks;
        watch) {
      return;
    } catch (IOException e) {
      throw unusable(e);
    } catch (SQLException e) {
      throw unusable(new IOException(e));
    }
  }

  /**
   * Any byte of a file can be locked, also beyond its end: 62 bits leave no room for two to meet.
   */
  private static long position(SimulationId simulation, WriterEpoch epoch) {
    byte[] digest = Sha256.ofUtf8(simulation + "/" + epoch.value()).bytes();
    return ByteBuffer.wrap(digest).getLong() & (Long.MAX_VALUE - 1);
  }

  private static UnavailableException unusable(IOException e) {
    return new UnavailableException(
        ErrorCode.DATABASE_UNUSABLE,
        "the lock file beside the database cannot be used: " + DatabaseFile.reason(e),
        e);
  }
}
