package dev.stateline.persistence.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stateline.application.verify.Verifier;
import dev.stateline.domain.commit.TakeOver;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.StatelineException;
import dev.stateline.domain.spi.AccessMode;
import dev.stateline.domain.spi.DatabaseStatus.Standing;
import dev.stateline.domain.spi.Persistence;
import dev.stateline.testkit.sample.SampleRun;
import dev.stateline.testkit.sample.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The roles of docs/how-to/postgresql.md, and what is said of rights that a role lacks. */
class RoleRightsTest {

  private static final Path SCRIPT = Path.of("..", "docs", "how-to", "postgresql-roles.sql");

  private final Map<String, String> database = TestServer.get().newDatabase();
  private final Map<String, String> owner = as("stateline_owner");
  private final Map<String, String> app = as("stateline_app");

  /** Roles belong to the whole server: these bear the database's name. */
  private Map<String, String> as(String role) {
    Map<String, String> connection = new HashMap<>(database);
    connection.put("username", database.get("database") + "_" + role);
    return connection;
  }

  @BeforeEach
  void roles() throws IOException {
    TestServer.get()
        .execute(
            database,
            Files.readString(SCRIPT)
                .replace("stateline_owner", owner.get("username"))
                .replace("stateline_app", app.get("username")));
  }

  @AfterEach
  void drop() {
    TestServer.get().drop(database);
    TestServer.get().execute("DROP ROLE " + owner.get("username"));
    TestServer.get().execute("DROP ROLE " + app.get("username"));
  }

  @Test
  void the_application_role_runs_resumes_verifies_and_deletes_but_makes_no_tables() {
    open(owner, AccessMode.READ_WRITE).close();
    Samples samples = new Samples();
    SampleRun run;
    try (Persistence persistence = open(app, AccessMode.READ_WRITE)) {
      run = SampleRun.begin(samples, persistence, samples.simulation("world").build());
      run.commit(2);
      persistence.checkpoints().save(samples.checkpoint(run.head(), "here"));
    }
    try (Persistence persistence = open(app, AccessMode.READ_WRITE)) {
      assertThat(new Verifier(persistence).verify(run.id(), Optional.empty(), turn -> {}).isClean())
          .isTrue();
      var session = persistence.writers().open(run.id(), SampleRun.WRITER, TakeOver.FORCE);
      persistence.writers().delete(run.id(), session.epoch());
      assertThat(persistence.simulations().list(Optional.empty(), 1)).isEmpty();
    }
    assertThatThrownBy(() -> TestServer.get().executeAs(app, "CREATE TABLE mine (id INTEGER)"))
        .hasStackTraceContaining("permission denied for schema public");
    assertThatThrownBy(() -> TestServer.get().executeAs(app, "DROP TABLE turns"))
        .hasStackTraceContaining("must be owner of table turns");
  }

  @Test
  void the_application_role_queries_the_views_and_a_reader_needs_no_more_than_them() {
    open(owner, AccessMode.READ_WRITE).close();
    Samples samples = new Samples();
    try (Persistence persistence = open(app, AccessMode.READ_WRITE)) {
      SampleRun.begin(samples, persistence, samples.simulation("world").build()).commit(2);
    }
    Map<String, String> reader = as("reader");
    String name = reader.get("username");
    execute("CREATE ROLE " + name + " LOGIN; GRANT USAGE ON SCHEMA public TO " + name);
    execute("GRANT SELECT ON simulations, states, state_transitions, checkpoints TO " + name);
    try {
      for (Map<String, String> role : List.of(app, reader)) {
        assertThat(
                TestServer.get()
                    .ask(
                        role,
                        """
                        SELECT count(*) FROM simulations JOIN states s ON s.simulation_id = simulations.id
                        JOIN state_transitions ON to_state_id = s.id LEFT JOIN checkpoints c ON true
                        """))
            .containsExactly("2");
      }
      assertThatThrownBy(() -> TestServer.get().ask(reader, "SELECT 1 FROM turns"))
          .hasStackTraceContaining("permission denied for table turns");
    } finally {
      execute("DROP OWNED BY " + name);
      execute("DROP ROLE " + name);
    }
  }

  @Test
  void a_first_start_without_the_right_to_make_tables_says_so() {
    refused(app, AccessMode.READ_WRITE, "may not make tables in schema \"public\"; GRANT CREATE");
    assertThat(
            new PostgresPersistenceProvider()
                .status(PostgresFixture.settings(app, AccessMode.READ_ONLY))
                .orElseThrow()
                .standing())
        .isEqualTo(Standing.ABSENT);
  }

  @Test
  void an_upgrade_by_a_role_that_does_not_own_the_tables_says_so() {
    open(owner, AccessMode.READ_WRITE).close();
    execute("DELETE FROM databasechangelog WHERE id = '0002-views'");
    execute("GRANT CREATE ON SCHEMA public TO " + app.get("username"));
    refused(app, AccessMode.READ_WRITE, "does not own table stateline_database");
  }

  @Test
  void all_rights_on_tables_that_are_missing_are_named_at_once() {
    open(owner, AccessMode.READ_WRITE).close();
    execute("REVOKE INSERT, UPDATE ON turns FROM " + app.get("username"));
    execute("REVOKE DELETE ON checkpoint_records FROM " + app.get("username"));
    refused(
        app,
        AccessMode.READ_WRITE,
        "lacks INSERT, UPDATE on \"public\".turns; DELETE on \"public\".checkpoint_records; GRANT");
    open(app, AccessMode.READ_ONLY).close();
    execute("REVOKE SELECT ON turns FROM " + app.get("username"));
    refused(
        app,
        AccessMode.READ_ONLY,
        "lacks SELECT on \"public\".turns; GRANT SELECT ON \"public\".turns TO");
  }

  @Test
  void a_role_that_sees_no_schema_is_told_so() {
    open(owner, AccessMode.READ_WRITE).close();
    execute("REVOKE USAGE ON SCHEMA public FROM " + app.get("username"));
    refused(app, AccessMode.READ_ONLY, "may use no schema of its search path");
    refused(app, AccessMode.READ_ONLY, "; GRANT USAGE ON SCHEMA public TO");
  }

  @Test
  void a_search_path_that_leads_to_no_schema_is_not_taken_for_a_lack_of_rights() {
    open(owner, AccessMode.READ_WRITE).close();
    execute("ALTER ROLE " + app.get("username") + " SET search_path = nowhere");
    refused(app, AccessMode.READ_ONLY, "(nowhere); set connection.schema to the one that is meant");
  }

  private void execute(String sql) {
    TestServer.get().execute(database, sql);
  }

  private static Persistence open(Map<String, String> connection, AccessMode mode) {
    return new PostgresPersistenceProvider().open(PostgresFixture.settings(connection, mode));
  }

  private static void refused(Map<String, String> connection, AccessMode mode, String message) {
    assertThatThrownBy(() -> open(connection, mode).close())
        .isInstanceOfSatisfying(
            StatelineException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.DATABASE_UNUSABLE))
        .hasMessageContaining(message)
        .hasMessageContaining(connection.get("username"));
  }
}
