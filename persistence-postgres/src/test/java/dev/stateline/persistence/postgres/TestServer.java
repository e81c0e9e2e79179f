package dev.stateline.persistence.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The server of this JVM's tests: the one that {@code STATELINE_TEST_POSTGRES_URL} names, for
 * example {@code postgresql://user@localhost:5432/postgres}, or a real one started from Maven
 * artifacts, which syncs to the disk as a server in production does.
 */
final class TestServer {

  private static final TestServer INSTANCE = start();

  private final String host;
  private final int port;
  private final String user;
  private final String maintenance;
  private final AtomicInteger databases = new AtomicInteger();

  private TestServer(String host, int port, String user, String maintenance) {
    this.host = host;
    this.port = port;
    this.user = user;
    this.maintenance = maintenance;
  }

  static TestServer get() {
    return INSTANCE;
  }

  private static TestServer start() {
    String url = System.getenv("STATELINE_TEST_POSTGRES_URL");
    if (url != null && !url.isEmpty()) {
      URI uri = URI.create(url);
      return new TestServer(
          uri.getHost(), uri.getPort(), uri.getUserInfo(), uri.getPath().substring(1));
    }
    try {
      EmbeddedPostgres server =
          EmbeddedPostgres.builder()
              .setServerConfig("fsync", "on")
              .setServerConfig("full_page_writes", "on")
              .setServerConfig("synchronous_commit", "on")
              .start();
      return new TestServer("localhost", server.getPort(), "postgres", "postgres");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Makes an empty database, and gives the connection settings for it. */
  Map<String, String> newDatabase() {
    return newDatabase("template1");
  }

  /** Makes a copy of a database that nobody is connected to. */
  Map<String, String> newDatabase(String template) {
    String name =
        "stateline_test_" + ProcessHandle.current().pid() + "_" + databases.incrementAndGet();
    execute("CREATE DATABASE " + name + " TEMPLATE " + template);
    return Map.of(
        "host",
        host,
        "port",
        Integer.toString(port),
        "database",
        name,
        "username",
        user,
        "lease_seconds",
        "3");
  }

  void drop(Map<String, String> database) {
    execute("DROP DATABASE " + database.get("database") + " WITH (FORCE)");
  }

  void execute(String sql) {
    execute(Map.of("database", maintenance), sql);
  }

  void execute(Map<String, String> database, String sql) {
    String url = "jdbc:postgresql://" + host + ":" + port + "/" + database.get("database");
    try (Connection connection = DriverManager.getConnection(url, user, "");
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }
}
