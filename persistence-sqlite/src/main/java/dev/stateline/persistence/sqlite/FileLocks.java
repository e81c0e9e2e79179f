package dev.stateline.persistence.sqlite;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Operating-system locks on single bytes of a file. POSIX drops all of a process's locks on a file
 * as soon as it closes any one of its descriptors of that file, so a file is open at most once in
 * this program, whoever uses it. Thread-safe.
 */
final class FileLocks implements AutoCloseable {

  private static final Map<Path, FileLocks> OPEN = new HashMap<>();

  private final Path file;
  private final FileChannel channel;
  private int users;

  private FileLocks(Path file) throws IOException {
    this.file = file;
    this.channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
  }

  /**
   * Opens a file for locks, and makes it if there is none. Each opening is closed once.
   *
   * @param file its folder exists
   */
  static FileLocks open(Path file) throws IOException {
    Path real = real(file);
    synchronized (OPEN) {
      FileLocks locks = OPEN.get(real);
      if (locks == null) {
        locks = new FileLocks(real);
        OPEN.put(real, locks);
      }
      locks.users++;
      return locks;
    }
  }

  private static Path real(Path file) throws IOException {
    return file.toAbsolutePath().getParent().toRealPath().resolve(file.getFileName());
  }

  /**
   * Whether this or another program has a byte locked. Makes no file, and needs no right to write.
   */
  static boolean isLocked(Path file, long position) throws IOException {
    Path real = real(file);
    // None of this program opens it meanwhile, or closing it here would drop that one's locks.
    synchronized (OPEN) {
      FileLocks locks = OPEN.get(real);
      if (locks != null) {
        return locks.isLocked(position);
      }
      try (FileChannel channel = FileChannel.open(real, StandardOpenOption.READ)) {
        return isLocked(channel, position);
      } catch (NoSuchFileException e) {
        return false;
      }
    }
  }

  /** Whether this or another program has a byte locked. */
  boolean isLocked(long position) throws IOException {
    synchronized (OPEN) {
      return isLocked(channel, position);
    }
  }

  /** By a shared lock: programs that ask at the same time do not take each other for a holder. */
  private static boolean isLocked(FileChannel channel, long position) throws IOException {
    try (FileLock lock = channel.tryLock(position, 1, true)) {
      return lock == null;
    } catch (OverlappingFileLockException e) {
      return true;
    }
  }

  /** Locks a byte, unless this or another program has it locked; the byte need not exist. */
  Optional<FileLock> tryLock(long position) throws IOException {
    try {
      return Optional.ofNullable(channel.tryLock(position, 1, false));
    } catch (OverlappingFileLockException e) {
      return Optional.empty();
    }
  }

  /**
   * Locks a byte, and waits while another program has it locked; within this program, one at a
   * time.
   */
  FileLock lock(long position) throws IOException {
    return channel.lock(position, 1, false);
  }

  /** Closes the file when its last user does. */
  @Override
  public void close() throws IOException {
    synchronized (OPEN) {
      users--;
      if (users == 0) {
        OPEN.remove(file);
        channel.close();
      }
    }
  }
}
