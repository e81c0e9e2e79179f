package dev.stateline.persistence.sqlite;

import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.InvalidInputException;
import dev.stateline.domain.error.UnavailableException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.function.Consumer;

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
    if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
      throw refusal(file, "is there already; give a name that is free", null);
    }
    if (folder == null || !Files.isDirectory(folder)) {
      throw refusal(file, "lies in a folder that does not exist; make it first", null);
    }
    try {
      Path part = Files.createTempFile(folder, ".stateline-backup", ".part");
      try {
        copy(part);
        force(part, StandardOpenOption.WRITE);
        // A link fails where a move would replace what came there meanwhile.
        Files.createLink(target, part);
      } finally {
        Files.deleteIfExists(part);
      }
      force(folder, StandardOpenOption.READ);
    } catch (FileAlreadyExistsException e) {
      throw refusal(file, "is there already; give a name that is free", e);
    } catch (IOException e) {
      throw refusal(file, "cannot be written: " + DatabaseFile.reason(e), e);
    }
  }

  private void copy(Path part) {
    try (Connection connection = SqliteConnections.readers(database).getConnection();
        PreparedStatement statement = connection.prepareStatement("VACUUM INTO ?")) {
      statement.setString(1, part.toString());
      statement.execute();
    } catch (SQLException e) {
      throw new UnavailableException(
          ErrorCode.DATABASE_UNAVAILABLE,
          description + " could not be copied to " + part.getParent() + ": " + e.getMessage(),
          e);
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
