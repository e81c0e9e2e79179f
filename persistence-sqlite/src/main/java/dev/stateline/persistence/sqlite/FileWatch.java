package dev.stateline.persistence.sqlite;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.sqlite.SQLiteErrorCode;

/**
 * Keeps a writer from writing where nobody will read: SQLite goes on with files that somebody has
 * removed, cut short or replaced. After such a thing no transaction begins any more. Thread-safe.
 */
final class FileWatch implements AutoCloseable {

  private final OpenFiles files;
  private Optional<FileFault> fault = Optional.empty();
  private String outcome = "";
  private boolean closed;

  private FileWatch(OpenFiles files) {
    this.files = files;
  }

  /** Begins to watch a database that is open for writing. */
  static FileWatch of(Path database) throws IOException, SQLException {
    return new FileWatch(OpenFiles.of(database));
  }

  /**
   * Asked before a transaction begins.
   *
   * @throws SQLException if something has happened to the files
   */
  synchronized void require(Connection connection) throws SQLException {
    if (fault.isEmpty()) {
      look(connection);
    }
    if (fault.isPresent()) {
      throw refusal();
    }
  }

  /**
   * Asked after a commit. What can still be saved is saved; then only the next transaction is
   * refused.
   *
   * @throws SQLException if what was committed will not be found
   */
  synchronized void requireCommitted(Connection connection) throws SQLException {
    boolean saved = look(connection);
    if (fault.isPresent() && !saved && !fault.get().sparesCommits()) {
      throw refusal();
    }
  }

  private boolean look(Connection connection) throws SQLException {
    try {
      fault = files.look();
      if (fault.isEmpty() && !files.beginsAsLog() && !files.isWhole()) {
        fault = Optional.of(FileFault.LOG_CUT);
      }
      return fault.isPresent() && fault.get().canBeSaved() && save(connection);
    } catch (IOException e) {
      throw new SQLException(
          "the files could not be looked at: " + DatabaseFile.reason(e),
          null,
          SQLiteErrorCode.SQLITE_IOERR.code,
          e);
    }
  }

  private boolean save(Connection connection) throws IOException, SQLException {
    boolean saved = files.hasIndex() && files.isWhole() && checkpoint(connection);
    outcome =
        saved
            ? "; all that was committed was saved into the file, so start again to go on"
            : "; what was committed last may be lost, so 'verify' before you go on";
    return saved;
  }

  /** From the log that is open into the file, all of it. */
  private static boolean checkpoint(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("PRAGMA wal_checkpoint(TRUNCATE)")) {
      return rows.getInt(1) == 0;
    }
  }

  private SQLException refusal() {
    return new SQLException(
        fault.orElseThrow().message(files.log()) + outcome,
        null,
        SQLiteErrorCode.SQLITE_IOERR.code);
  }

  /** Leaves a log in its place that must not be written into the file. */
  @Override
  public synchronized void close() throws IOException, SQLException {
    if (closed) {
      return;
    }
    closed = true;
    if (fault.isPresent() && fault.get().forbidsClearing()) {
      files.abandon();
    } else {
      files.close();
    }
  }
}
