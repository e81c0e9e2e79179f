package dev.stateline.persistence.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteOpenMode;

/**
 * How connections to a file are made. One writer and read-only readers: with a single pool for all,
 * writers that upgrade from a read lock fail with BUSY by the thousands.
 */
final class SqliteConnections {

  private static final int BUSY_TIMEOUT_MS = 10_000;

  private SqliteConnections() {}

  /** Write-ahead log, and a sync of it at every commit: what was committed survives a power cut. */
  static SQLiteDataSource writer(Path file) {
    SQLiteConfig config = config();
    config.setJournalMode(JournalMode.WAL);
    config.setSynchronous(SynchronousMode.FULL);
    return source(file, config);
  }

  static SQLiteDataSource readers(Path file) {
    SQLiteConfig config = config();
    config.setReadOnly(true);
    config.resetOpenMode(SQLiteOpenMode.CREATE);
    return source(file, config);
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
      statement.execute("PRAGMA journal_mode = WAL");
    }
  }

  private static SQLiteConfig config() {
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout(BUSY_TIMEOUT_MS);
    config.enforceForeignKeys(true);
    config.enableLoadExtension(false);
    return config;
  }

  private static SQLiteDataSource source(Path file, SQLiteConfig config) {
    SQLiteDataSource source = new SQLiteDataSource(config);
    // Absolute, so that no path means memory, a resource or a URL to the driver.
    source.setUrl("jdbc:sqlite:" + file.toAbsolutePath());
    return source;
  }
}
