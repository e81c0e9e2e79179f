package dev.stateline.persistence.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.SQLException;
import java.util.Objects;
import org.sqlite.SQLiteErrorCode;

/**
 * Which file a path led to when a database was opened. SQLite goes on writing to a file that
 * somebody has removed; what it writes is gone when it is closed.
 */
final class FileIdentity {

  private final Path file;
  private final Object key;

  private FileIdentity(Path file, Object key) {
    this.file = file;
    this.key = key;
  }

  static FileIdentity of(Path file) throws IOException {
    return new FileIdentity(file, key(file));
  }

  /**
   * @throws SQLException if the path leads to no file, or to another one
   */
  void require() throws SQLException {
    try {
      if (Objects.equals(key, key(file))) {
        return;
      }
    } catch (IOException e) {
      // It is gone.
    }
    throw new SQLException(
        FileFault.MOVED.message(new WriteAheadLog(file).file()),
        null,
        SQLiteErrorCode.SQLITE_IOERR.code);
  }

  /** The inode, on systems that have one. */
  private static Object key(Path file) throws IOException {
    return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
  }
}
