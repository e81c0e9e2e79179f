package dev.stateline.persistence.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * The server of this JVM's tests: the one that {@code STATELINE_TEST_POSTGRES_URL} names, for
 * example {@code postgresql://user@localhost:5432/postgres}; else one in a container, where there
 * is a Docker engine; else a real one started from Maven artifacts. All sync to the disk as a
 * server in production does.
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
    return switch (TestServerKind.choose(System.getenv(), Files::exists)) {
      case GIVEN -> given(URI.create(System.getenv(TestServerKind.URL)));
      case CONTAINER -> container();
      case EMBEDDED -> embedded();
    };
  }

  private static TestServer given(URI uri) {
    return new TestServer(
        uri.getHost(), uri.getPort(), uri.getUserInfo(), uri.getPath().substring(1));
  }

  /** Testcontainers removes it when the JVM has ended. */
  private static TestServer container() {
    PostgreSQLContainer server =
        new PostgreSQLContainer("postgres:15-alpine")
            .withUsername("postgres")
            .withEnv("POSTGRES_HOST_AUTH_METHOD", "trust")
            .withCommand("postgres", "-c", "fsync=on", "-c", "max_connections=200");
    server.start();
    return new TestServer(
        server.getHost(),
        server.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT),
        "postgres",
        "postgres");
  }

  private static TestServer embedded() {
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

  /** Makes a database with the schema and nothing in it: to copy one is quicker than to migrate. */
  Map<String, String> newMigratedDatabase() {
    return newDatabase(Migrated.NAME);
  }

  private static final class Migrated {

    private static final String NAME = make();

    private static String make() {
      Map<String, String> database = INSTANCE.newDatabase();
      PostgresFixture.open(database).close();
      // Leaves nothing on a server that goes on after the tests; another one may be gone before.
      Runtime.getRuntime().addShutdownHook(new Thread(() -> dropIfThere(database)));
      return database.get("database");
    }

    private static void dropIfThere(Map<String, String> database) {
      try {
        INSTANCE.drop(database);
      } catch (IllegalStateException serverIsGone) {
        // Its databases are gone with it.
      }
    }
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
    execute(database, user, sql);
  }

  void executeAs(Map<String, String> connection, String sql) {
    execute(connection, connection.get("username"), sql);
  }

  /** The first column of what the last of the statements answers, as text. */
  List<String> ask(Map<String, String> database, String... statements) {
    return rows(database, statements).stream().map(row -> row.get(0)).toList();
  }

  /** What the last of the statements answers, as text; asked as the connection's role. */
  List<List<String>> rows(Map<String, String> database, String... statements) {
    String question = statements[statements.length - 1];
    try (Connection connection = connect(database, database.get("username"));
        Statement statement = connection.createStatement()) {
      for (int i = 0; i < statements.length - 1; i++) {
        statement.execute(statements[i]);
      }
      try (ResultSet rows = statement.executeQuery(question)) {
        List<List<String>> answers = new ArrayList<>();
        while (rows.next()) {
          List<String> row = new ArrayList<>();
          for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
            row.add(rows.getString(i));
          }
          answers.add(row);
        }
        return answers;
      }
    } catch (SQLException e) {
      throw new IllegalStateException(question, e);
    }
  }

  /** The caller closes it. */
  Connection connect(Map<String, String> database) throws SQLException {
    return connect(database, user);
  }

  private Connection connect(Map<String, String> database, String role) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://" + host + ":" + port + "/" + database.get("database"), role, "");
  }

  private void execute(Map<String, String> database, String role, String sql) {
    try (Connection connection = connect(database, role);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }
}
