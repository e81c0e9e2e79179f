package dev.stateline.persistence.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteOpenMode;

/**
 * How connections to a file are made. One writer and read-only readers: with a single pool for all,
 * writers that upgrade from a read lock fail with BUSY by the thousands.
 */
final class SqliteConnections {

  private static final int BUSY_TIMEOUT_MS = 10_000;

  private SqliteConnections() {}

  /**
   * Write-ahead log, and a sync of it at every commit: what was committed survives a power cut. A
   * file that was taken away meanwhile is not made anew.
   */
  static SQLiteDataSource writer(Path file) {
    SQLiteConfig config = config();
    config.resetOpenMode(SQLiteOpenMode.CREATE);
    config.setJournalMode(JournalMode.WAL);
    config.setSynchronous(SynchronousMode.FULL);
    return keeping(file, config);
  }

  static SQLiteDataSource readers(Path file) {
    SQLiteConfig config = config();
    config.setReadOnly(true);
    config.resetOpenMode(SQLiteOpenMode.CREATE);
    return keeping(file, config);
  }

  /**
   * Lays a new file out: marks it as ours, and so that space freed by pruning can be given back;
   * this can be chosen only before the first page is written, and turning the write-ahead log on
   * writes one.
   */
  static void layOut(Path file) throws SQLException {
    try (Connection connection = source(file, config()).getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA auto_vacuum = INCREMENTAL");
      statement.execute("PRAGMA application_id = " + SqliteDatabase.APPLICATION_ID);
      CommitMark.fresh().write(connection);
      statement.execute("PRAGMA journal_mode = WAL");
    }
  }

  /** In the journal mode that the file has, which is there. */
  static SQLiteDataSource plain(Path file) {
    SQLiteConfig config = config();
    config.resetOpenMode(SQLiteOpenMode.CREATE);
    return source(file, config);
  }

  /**
   * What the file itself says, whatever its log does; empty if it cannot be read. By SQLite, since
   * opening the file by hand would drop its locks.
   */
  static Optional<FirstPage> firstPageWithoutLog(Path file) {
    try (Connection connection = withoutLog(file).getConnection()) {
      return Optional.of(FirstPage.read(connection));
    } catch (SQLException e) {
      return Optional.empty();
    }
  }

  /** How many pages the file itself says that it has; empty if it cannot be read. */
  static Optional<Long> pagesWithoutLog(Path file) {
    try (Connection connection = withoutLog(file).getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("PRAGMA page_count")) {
      return Optional.of(rows.getLong(1));
    } catch (SQLException e) {
      return Optional.empty();
    }
  }

  private static SQLiteDataSource withoutLog(Path file) {
    SQLiteConfig config = config();
    config.setReadOnly(true);
    config.resetOpenMode(SQLiteOpenMode.CREATE);
    config.setOpenMode(SQLiteOpenMode.OPEN_URI);
    SQLiteDataSource source = new SQLiteDataSource(config);
    // The driver passes on what it does not know of the query: SQLite then looks for no log.
    source.setUrl("jdbc:sqlite:file://" + file.toUri().getRawPath() + "?immutable=1");
    return source;
  }

  private static SQLiteConfig config() {
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout(BUSY_TIMEOUT_MS);
    // Nobody asks for them, and each query that begins with WITH would be searched for an INSERT at
    // length.
    config.setGetGeneratedKeys(false);
    config.enforceForeignKeys(true);
    config.enableLoadExtension(false);
    return config;
  }

  /** For connections that go on for long, and do the same again and again. */
  private static SQLiteDataSource keeping(Path file, SQLiteConfig config) {
    return new SQLiteDataSource(config) {
      @Override
      public SQLiteConnection getConnection(String username, String password) throws SQLException {
        return new KeptStatements(file, config);
      }
    };
  }

  private static SQLiteDataSource source(Path file, SQLiteConfig config) {
    SQLiteDataSource source = new SQLiteDataSource(config);
    // Absolute, so that no path means memory, a resource or a URL to the driver.
    source.setUrl("jdbc:sqlite:" + file.toAbsolutePath());
    return source;
  }
}
