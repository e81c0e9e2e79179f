package org.example.stateline.files;

import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.UnavailableException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * Operating-system locks on single bytes of an empty file. They end with their process, so a writer
 * that was killed leaves none behind. POSIX drops all of a process's locks on a file when it closes
 * any descriptor of that file, so the file is open once in this program, whoever uses it.
 */
final class LockFile implements AutoCloseable {

  private static final Map<Path, LockFile> OPEN = new HashMap<>();
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration PAUSE = Duration.ofMillis(1);
  // Behind it come the bytes of living writers.
  private static final long WRITING = 0;

  private final Path path;
  private final FileChannel channel;
  private int users;

  private LockFile(Path path) throws IOException {
    this.path = path;
    this.channel =
        FileChannel.open(
            path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
  }

  /** Each opening is closed once. */
  static LockFile open(Path path) throws IOException {
    Path real = path.getParent().toRealPath().resolve(path.getFileName());
    synchronized (OPEN) {
      LockFile locks = OPEN.get(real);
      if (locks == null) {
        locks = new LockFile(real);
        OPEN.put(real, locks);
      }
      locks.users++;
      return locks;
    }
  }

  /** Work that may fail on a file. */
  interface Work<T> {
    T run() throws IOException;
  }

  /** Does the work while no other thread and no other program writes to the folder. */
  synchronized <T> T exclusively(Work<T> work) throws IOException {
    FileLock lock = waitForTurn();
    try {
      return work.run();
    } finally {
      lock.release();
    }
  }

  private FileLock waitForTurn() throws IOException {
    long begin = System.nanoTime();
    Optional<FileLock> lock = tryLock(WRITING);
    while (lock.isEmpty()) {
      if (System.nanoTime() - begin > PATIENCE.toNanos()) {
        throw new UnavailableException(
            ErrorCode.DATABASE_BUSY,
            "another program has held the lock of "
                + path
                + " for "
                + PATIENCE.toSeconds()
                + " s; try again when it is done");
      }
      LockSupport.parkNanos(PAUSE.toNanos());
      lock = tryLock(WRITING);
    }
    return lock.get();
  }

  /** Locks a byte, unless this or another program has it locked. It need not exist. */
  Optional<FileLock> tryLock(long position) throws IOException {
    try {
      return Optional.ofNullable(channel.tryLock(position, 1, false));
    } catch (OverlappingFileLockException e) {
      return Optional.empty();
    }
  }

  /** Whether this or another program has a byte locked; makes no file. */
  static boolean isHeld(Path path, long position) throws IOException {
    Path real = path.getParent().toRealPath().resolve(path.getFileName());
    // Nobody in this program opens it meanwhile: closing it here would drop that one's locks.
    synchronized (OPEN) {
      LockFile locks = OPEN.get(real);
      if (locks != null) {
        return isHeld(locks.channel, position);
      }
      try (FileChannel channel = FileChannel.open(real, StandardOpenOption.READ)) {
        return isHeld(channel, position);
      } catch (NoSuchFileException e) {
        return false;
      }
    }
  }

  /** By a shared lock: two who ask at the same time do not take each other for a holder. */
  private static boolean isHeld(FileChannel channel, long position) throws IOException {
    try (FileLock lock = channel.tryLock(position, 1, true)) {
      return lock == null;
    } catch (OverlappingFileLockException e) {
      return true;
    }
  }

  @Override
  public void close() throws IOException {
    synchronized (OPEN) {
      users--;
      if (users == 0) {
        OPEN.remove(path);
        channel.close();
      }
    }
  }
}
