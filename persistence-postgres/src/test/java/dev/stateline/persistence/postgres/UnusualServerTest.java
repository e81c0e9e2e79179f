package dev.stateline.persistence.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.stateline.application.verify.Verifier;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.StatelineException;
import dev.stateline.domain.spi.AccessMode;
import dev.stateline.domain.spi.Finding;
import dev.stateline.domain.spi.Persistence;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.testkit.sample.SampleRun;
import dev.stateline.testkit.sample.Samples;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Settings of the role and the database that others left at their defaults. */
class UnusualServerTest {

  private final Map<String, String> database = TestServer.get().newDatabase();
  private final String name = database.get("database");
  private final String role = name + "_role";
  private final Samples samples = new Samples();

  UnusualServerTest() {
    execute("CREATE ROLE " + role + " LOGIN; GRANT ALL ON DATABASE " + name + " TO " + role);
    execute("GRANT ALL ON SCHEMA public TO " + role);
  }

  @AfterEach
  void drop() {
    TestServer.get().execute("ALTER DATABASE " + name + " RESET ALL");
    execute("DROP OWNED BY " + role);
    TestServer.get().drop(database);
    TestServer.get().execute("DROP ROLE " + role);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "idle_in_transaction_session_timeout = 1",
        "lock_timeout = 1",
        "default_transaction_isolation = 'serializable'",
        "default_transaction_deferrable = on",
        "synchronous_commit = off",
        "search_path = ''",
        "lc_messages = 'C'",
        "client_encoding = 'LATIN1'",
        "standard_conforming_strings = off",
        "bytea_output = 'escape'",
        "DateStyle = 'SQL, DMY'",
        "extra_float_digits = 0"
      })
  void what_the_role_has_set_does_not_disturb_a_run(String setting) {
    execute("ALTER ROLE " + role + " SET " + setting);
    Map<String, String> connection = new HashMap<>(asRole());
    connection.put("schema", "sims");
    try (Persistence persistence = PostgresFixture.open(connection)) {
      SampleRun run = SampleRun.begin(samples, persistence, samples.simulation("world").build());
      run.commit(3);
      assertThat(new Verifier(persistence).verify(run.id()).isClean()).isTrue();
    }
  }

  @Test
  void runs_side_by_side_go_on_where_transactions_are_serializable_by_default() throws Exception {
    execute("ALTER DATABASE " + name + " SET default_transaction_isolation = 'serializable'");
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try (Persistence persistence = PostgresFixture.open(asRole())) {
      List<SampleRun> runs = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        runs.add(SampleRun.begin(samples, persistence, samples.simulation("run " + i).build()));
      }
      List<Future<?>> endings = new ArrayList<>();
      runs.forEach(run -> endings.add(threads.submit(() -> run.commit(40))));
      for (Future<?> ending : endings) {
        ending.get();
      }
      assertThat(runs)
          .allSatisfy(
              run ->
                  assertThat(persistence.states().head(run.id()).turn())
                      .isEqualTo(new TurnNumber(40)));
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void a_database_that_is_read_only_by_default_is_read_and_not_written() {
    try (Persistence persistence = PostgresFixture.open(asRole())) {
      SampleRun.begin(samples, persistence, samples.simulation("world").build()).commit(1);
    }
    execute("ALTER DATABASE " + name + " SET default_transaction_read_only = on");
    refused(asRole(), AccessMode.READ_WRITE, "is read-only");
    try (Persistence persistence = open(asRole(), AccessMode.READ_ONLY)) {
      assertThat(persistence.simulations().list(Optional.empty(), 9)).hasSize(1);
    }
  }

  @Test
  void an_empty_database_that_is_read_only_by_default_stays_empty() {
    execute("ALTER DATABASE " + name + " SET default_transaction_read_only = on");
    refused(asRole(), AccessMode.READ_WRITE, "is read-only");
  }

  @Test
  void a_role_without_a_connection_left_is_told_of_connections_and_not_of_disks() {
    execute("ALTER ROLE " + role + " CONNECTION LIMIT 0");
    refused(asRole(), AccessMode.READ_WRITE, "has no connection left");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          DATABASE %s SET default_transaction_read_only = on | PROBLEM | writes
          ROLE %s_role SET statement_timeout = '5s'          | WARNING | statement_timeout
          ROLE %s_role SET lock_timeout = 5                  | OK      | lock_timeout
          ROLE %s_role CONNECTION LIMIT 4                    | WARNING | connections
          """)
  void what_would_end_a_run_is_told_before_there_is_anything(
      String change, Finding.Grade grade, String subject) {
    execute("ALTER " + change.formatted(name));
    assertThat(
            new PostgresPersistenceProvider()
                .diagnose(PostgresFixture.settings(asRole(), AccessMode.READ_ONLY)))
        .filteredOn(finding -> finding.subject().equals(subject))
        .extracting(Finding::grade)
        .containsExactly(grade);
  }

  @Test
  void a_right_that_a_run_needs_is_told_before_there_is_anything() {
    execute("REVOKE CREATE ON SCHEMA public FROM " + role);
    assertThat(
            new PostgresPersistenceProvider()
                .diagnose(PostgresFixture.settings(asRole(), AccessMode.READ_ONLY)))
        .filteredOn(finding -> finding.subject().equals("rights"))
        .singleElement()
        .satisfies(finding -> assertThat(finding.detail()).contains("GRANT CREATE ON SCHEMA"));
  }

  @Test
  void rows_that_are_hidden_from_the_role_are_told() {
    PostgresFixture.open(database).close();
    execute("GRANT ALL ON ALL TABLES IN SCHEMA public TO " + role);
    execute("ALTER TABLE turns ENABLE ROW LEVEL SECURITY");
    refused(asRole(), AccessMode.READ_ONLY, "by row-level security");
  }

  private void refused(Map<String, String> connection, AccessMode mode, String message) {
    assertThat(catchThrowable(() -> open(connection, mode)))
        .isInstanceOfSatisfying(
            StatelineException.class,
            e ->
                assertThat(e.code())
                    .isIn(ErrorCode.DATABASE_UNUSABLE, ErrorCode.DATABASE_UNAVAILABLE))
        .hasMessageContaining(message);
  }

  private static Persistence open(Map<String, String> connection, AccessMode mode) {
    return new PostgresPersistenceProvider().open(PostgresFixture.settings(connection, mode));
  }

  private Map<String, String> asRole() {
    Map<String, String> connection = new HashMap<>(database);
    connection.put("username", role);
    return connection;
  }

  private void execute(String sql) {
    TestServer.get().execute(database, sql);
  }
}
