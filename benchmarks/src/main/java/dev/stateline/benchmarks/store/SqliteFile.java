package dev.stateline.benchmarks.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** A file of SQLite's, with a write-ahead log that is synced at each commit. */
public record SqliteFile(Path file) implements Site {

  @Override
  public URI address() {
    return file.toUri();
  }

  @Override
  public String type() {
    return "sqlite";
  }

  @Override
  public Map<String, String> settings() {
    return Map.of("path", file.toString());
  }

  @Override
  public Connection connect() throws SQLException {
    Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA journal_mode = WAL");
      statement.execute("PRAGMA synchronous = FULL");
    }
    return connection;
  }

  /** The file after a checkpoint. */
  @Override
  public long bytes() throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
    }
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
