package dev.stateline.persistence.sqlite;

import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.InvalidInputException;
import dev.stateline.domain.error.StatelineException;
import dev.stateline.domain.error.UnavailableException;
import dev.stateline.persistence.sql.dialect.Reason;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.function.Consumer;
import org.sqlite.SQLiteErrorCode;

/**
 * Copies a database that is in use: {@code VACUUM INTO} reads one moment of it, its write-ahead log
 * included, and leaves out the space that deleted rows took. The copy gets its name when it is
 * whole and on the disk.
 */
final class SqliteBackup implements Consumer<Path> {

  private final Path database;
  private final String description;

  SqliteBackup(Path database, String description) {
    this.database = database;
    this.description = description;
  }

  @Override
  public void accept(Path file) {
    Path target = file.toAbsolutePath().normalize();
    Path folder = target.getParent();
    if (Files.isDirectory(target)) {
      throw refusal(file, "is a folder; give the name of a file", null);
    }
    if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
      throw refusal(file, "is there already; give a name that is free", null);
    }
    if (folder == null || !Files.isDirectory(folder)) {
      throw refusal(file, "lies in a folder that does not exist; make it first", null);
    }
    try {
      requireFree(file, target);
      Path part = Files.createTempFile(folder, ".stateline-backup", ".part");
      try {
        copy(part);
        permit(part);
        force(part, StandardOpenOption.WRITE);
        name(part, target);
      } finally {
        Files.deleteIfExists(part);
        // SQLite leaves it when the disk is full.
        Files.deleteIfExists(DatabaseFile.beside(part, "-journal"));
      }
      force(folder, StandardOpenOption.READ);
    } catch (FileAlreadyExistsException e) {
      throw refusal(file, "is there already; give a name that is free", e);
    } catch (IOException e) {
      throw refusal(file, "cannot be written: " + DatabaseFile.reason(e), e);
    }
  }

  private static void requireFree(Path file, Path target) throws IOException {
    if (!Companions.isFree(target)) {
      throw refusal(
          file,
          "would lie beside the log of another file of this name (-wal or -journal), which SQLite"
              + " would write into it; move that away, or give another name",
          null);
    }
  }

  private void copy(Path part) {
    try (Connection connection = SqliteConnections.readers(database).getConnection();
        PreparedStatement statement = connection.prepareStatement("VACUUM INTO ?")) {
      statement.setString(1, part.toString());
      statement.execute();
    } catch (SQLException e) {
      throw meaning(e, part.getParent());
    }
    // Put in the original's place, it must not take the original's log for its own.
    try (Connection connection = SqliteConnections.plain(part).getConnection()) {
      CommitMark.fresh().write(connection);
    } catch (SQLException e) {
      throw meaning(e, part.getParent());
    }
  }

  private StatelineException meaning(SQLException error, Path folder) {
    // Extended codes keep the primary code in their lowest byte.
    if ((error.getErrorCode() & 0xFF) == SQLiteErrorCode.SQLITE_CORRUPT.code) {
      return SqliteDialect.meaning(error, description);
    }
    return new UnavailableException(
        ErrorCode.DATABASE_UNAVAILABLE,
        description + " could not be copied to " + folder + ": " + Reason.of(error),
        error);
  }

  /** Whoever may read the database may read its copy. */
  private void permit(Path part) {
    try {
      Files.setPosixFilePermissions(part, Files.getPosixFilePermissions(database));
    } catch (IOException | UnsupportedOperationException e) {
      // Not every file system knows owners; the copy is its maker's then.
    }
  }

  private static void name(Path part, Path target) throws IOException {
    try {
      // A link fails where a move would replace what came there meanwhile.
      Files.createLink(target, part);
    } catch (FileAlreadyExistsException e) {
      throw e;
    } catch (FileSystemException | UnsupportedOperationException e) {
      // FAT, as on many a memory stick, has no links.
      Files.move(part, target);
    }
  }

  private static void force(Path path, StandardOpenOption option) throws IOException {
    try (FileChannel channel = FileChannel.open(path, option)) {
      channel.force(true);
    }
  }

  private static InvalidInputException refusal(Path file, String why, Exception cause) {
    return new InvalidInputException(
        ErrorCode.INVALID_VALUE, "the backup file " + file + " " + why, cause);
  }
}
