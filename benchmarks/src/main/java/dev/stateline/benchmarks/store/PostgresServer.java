package dev.stateline.benchmarks.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A server that syncs to the disk: a given one, or one from Maven artifacts. Thread-safe. */
public final class PostgresServer implements AutoCloseable {

  private final PostgresDatabase maintenance;
  private final Optional<EmbeddedPostgres> own;
  private final AtomicInteger databases = new AtomicInteger();

  private PostgresServer(PostgresDatabase maintenance, Optional<EmbeddedPostgres> own) {
    this.maintenance = maintenance;
    this.own = own;
  }

  /**
   * A server that runs already.
   *
   * @param uri such as {@code postgresql://user:password@localhost:5432/postgres}
   */
  public static PostgresServer at(URI uri) {
    return new PostgresServer(PostgresDatabase.at(uri), Optional.empty());
  }

  /** Starts one; it ends when it is closed. */
  public static PostgresServer start() {
    try {
      EmbeddedPostgres server =
          EmbeddedPostgres.builder()
              .setServerConfig("fsync", "on")
              .setServerConfig("full_page_writes", "on")
              .setServerConfig("synchronous_commit", "on")
              .setServerConfig("max_wal_size", "4GB")
              .start();
      return new PostgresServer(
          new PostgresDatabase("localhost", server.getPort(), "postgres", "", "postgres"),
          Optional.of(server));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Makes an empty database. */
  public PostgresDatabase newDatabase() throws SQLException {
    String name =
        "stateline_bench_" + ProcessHandle.current().pid() + "_" + databases.incrementAndGet();
    execute("CREATE DATABASE " + name);
    return new PostgresDatabase(
        maintenance.host(), maintenance.port(), maintenance.user(), maintenance.password(), name);
  }

  /** Removes a database that was made here. */
  public void drop(PostgresDatabase database) throws SQLException {
    execute("DROP DATABASE " + database.name() + " WITH (FORCE)");
  }

  /** Such as {@code 18.1}. */
  public String version() throws SQLException {
    return ask("SHOW server_version");
  }

  /** Whether it was built with LZ4. */
  public boolean hasLz4() throws SQLException {
    return ask("SELECT array_to_string(enumvals, ' ') FROM pg_settings"
            + " WHERE name = 'default_toast_compression'")
        .contains("lz4");
  }

  private String ask(String question) throws SQLException {
    try (Connection connection = maintenance.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(question)) {
      row.next();
      return row.getString(1);
    }
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = maintenance.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public void close() {
    own.ifPresent(
        server -> {
          try {
            server.close();
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }
}
