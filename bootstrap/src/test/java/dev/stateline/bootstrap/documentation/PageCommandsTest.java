package dev.stateline.bootstrap.documentation;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The commands of all pages, one page after the other in one process, so that the program is warm
 * from the second on. The PostgreSQL server that some need comes from Maven.
 */
class PageCommandsTest {

  private static final String DATABASES =
      "SELECT format('DROP DATABASE %I WITH (FORCE)', datname) FROM pg_database"
          + " WHERE datname <> 'postgres' AND NOT datistemplate";
  private static final String ROLES =
      "SELECT format('DROP ROLE %I', rolname) FROM pg_roles WHERE NOT rolsuper"
          + " AND rolname NOT LIKE 'pg\\_%'";

  @TempDir private static Path place;

  private static EmbeddedPostgres server;
  private static CommandProcess commands;

  static List<String> pages() {
    return Pages.withCommands();
  }

  @BeforeAll
  static void start() throws IOException {
    server = EmbeddedPostgres.builder().setServerConfig("fsync", "on").start();
    commands = new CommandProcess(place, Integer.toString(server.getPort()));
  }

  @AfterAll
  static void stop() throws IOException {
    commands.close();
    server.close();
  }

  @AfterEach
  void each_page_finds_an_empty_server() throws SQLException {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      for (String question : List.of(DATABASES, ROLES)) {
        for (String sql : texts(statement, question)) {
          statement.execute(sql);
        }
      }
    }
  }

  private static List<String> texts(Statement statement, String question) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery(question)) {
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
    }
    return texts;
  }

  // The longest page takes half a minute, and many times that where the machine has other work.
  @Timeout(value = 20, unit = TimeUnit.MINUTES)
  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("pages")
  void each_command_does_what_the_page_says(String page) throws Exception {
    Pages.check(page, commands, Integer.toString(server.getPort()));
  }
}
