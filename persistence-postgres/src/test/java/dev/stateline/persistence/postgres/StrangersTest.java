package dev.stateline.persistence.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stateline.application.verify.Verifier;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.UnavailableException;
import dev.stateline.domain.spi.AccessMode;
import dev.stateline.domain.spi.Persistence;
import dev.stateline.testkit.sample.SampleRun;
import dev.stateline.testkit.sample.Samples;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A schema is ours by a mark of ours, and never by the names of its tables. */
class StrangersTest {

  private static final String RELATIONS =
      "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace ORDER BY relname";

  private final Map<String, String> database = TestServer.get().newDatabase();

  @AfterEach
  void drop() {
    TestServer.get().drop(database);
  }

  @ParameterizedTest
  @ValueSource(strings = {"turns", "checkpoints"})
  void tables_and_views_of_our_names_without_our_mark_are_another_programs(String table) {
    execute("CREATE TABLE " + table + " (id INTEGER)");
    refused(ErrorCode.DATABASE_UNUSABLE, "belongs to another program");
    assertThat(ask(RELATIONS)).containsExactly(table);
  }

  @Test
  void a_table_of_the_marks_name_is_no_mark() {
    execute("CREATE TABLE stateline_database (mark TEXT, partitions INTEGER)");
    execute("INSERT INTO stateline_database VALUES ('another', 0)");
    refused(ErrorCode.DATABASE_UNUSABLE, "belongs to another program");
    assertThat(ask(RELATIONS)).containsExactly("stateline_database");
  }

  @Test
  void our_mark_without_our_tables_makes_no_database_ours() {
    execute("CREATE TABLE stateline_database (mark TEXT, partitions INTEGER)");
    execute("INSERT INTO stateline_database VALUES ('dev.stateline', 0)");
    refused(ErrorCode.DATABASE_UNUSABLE, "Stateline's mark, but not Stateline's tables");
    execute("CREATE TABLE turns (id INTEGER)");
    refused(ErrorCode.DATABASE_UNUSABLE, "Stateline's mark, but not Stateline's tables");
    assertThat(ask(RELATIONS)).containsExactly("stateline_database", "turns");
  }

  /** Its lock would be broken, and its record of changes mixed with ours. */
  @ParameterizedTest
  @ValueSource(strings = {"databasechangelog", "databasechangeloglock"})
  void the_record_of_changes_of_another_program_is_left_alone(String table) {
    execute("CREATE TABLE " + table + " (id INTEGER)");
    refused(ErrorCode.DATABASE_UNUSABLE, "belongs to another program");
    assertThat(ask(RELATIONS)).containsExactly(table);
    requireUsable(Map.of("schema", "sims"));
  }

  @Test
  void tables_that_the_role_may_not_read_are_not_blamed_on_its_rights() {
    String role = database.get("database") + "_guest";
    execute("CREATE ROLE " + role + " LOGIN; CREATE TABLE checkpoints (id INTEGER)");
    try {
      Map<String, String> connection = new HashMap<>(database);
      connection.put("username", role);
      assertThatThrownBy(() -> PostgresFixture.open(connection))
          .hasMessageContaining("belongs to another program");
    } finally {
      execute("DROP ROLE " + role);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"turns", "checkpoints"})
  void in_a_schema_of_its_own_stateline_works_beside_them(String table) {
    execute("CREATE TABLE " + table + " (id INTEGER)");
    Map<String, String> connection = new HashMap<>(database);
    connection.put("schema", "sim");
    Samples samples = new Samples();
    try (Persistence persistence = PostgresFixture.open(connection)) {
      SampleRun.begin(samples, persistence, samples.simulation("world").build()).commit(2);
    }
    try (Persistence persistence = PostgresFixture.open(connection)) {
      SampleRun.begin(samples, persistence, samples.simulation("other").build()).commit(1);
    }
    assertThat(ask("SELECT count(*) FROM sim.turns")).containsExactly("5");
    assertThat(ask(RELATIONS)).containsExactly(table);
  }

  @Test
  void the_status_of_another_programs_tables_is_not_told() {
    execute("CREATE VIEW states AS SELECT 1 AS id");
    assertThatThrownBy(
            () ->
                new PostgresPersistenceProvider()
                    .status(PostgresFixture.settings(database, AccessMode.READ_ONLY)))
        .hasMessageContaining("belongs to another program");
  }

  /** An underscore in a pattern stands for any letter. */
  @Test
  void a_schema_whose_name_is_alike_is_another_one() {
    execute("CREATE SCHEMA simsx1; CREATE TABLE simsx1.checkpoints (id INTEGER)");
    requireUsable(Map.of("schema", "sims_1"));
  }

  @Test
  void schemas_of_one_database_know_nothing_of_each_other() {
    requireUsable(Map.of("schema", "one"));
    requireUsable(Map.of("schema", "Two", "partitions", "2"));
    requireUsable(Map.of());
  }

  @Test
  void a_role_whose_search_path_is_empty_works_in_the_schema_that_is_named() {
    String role = database.get("database") + "_pathless";
    execute("CREATE ROLE " + role + " LOGIN; ALTER ROLE " + role + " SET search_path = ''");
    execute("GRANT CREATE ON DATABASE " + database.get("database") + " TO " + role);
    try {
      requireUsable(Map.of("username", role, "schema", "sims"));
      requireUsable(Map.of("username", role, "schema", "parted", "partitions", "3"));
    } finally {
      execute("DROP OWNED BY " + role);
      execute("DROP ROLE " + role);
    }
  }

  private void requireUsable(Map<String, String> settings) {
    Map<String, String> connection = new HashMap<>(database);
    connection.putAll(settings);
    Samples samples = new Samples();
    SampleRun run;
    try (Persistence persistence = PostgresFixture.open(connection)) {
      run = SampleRun.begin(samples, persistence, samples.simulation("world").build());
      run.commit(3);
    }
    try (Persistence persistence = PostgresFixture.open(connection)) {
      assertThat(persistence.simulations().list(Optional.empty(), 9)).hasSize(1);
      assertThat(new Verifier(persistence).verify(run.id()).isClean()).isTrue();
    }
  }

  @Test
  void a_database_of_before_the_first_release_is_refused_and_stays_as_it_is() {
    execute("CREATE TABLE states (id UUID)");
    execute(
        "CREATE TABLE databasechangelog (id VARCHAR(255), author VARCHAR(255),"
            + " dateexecuted TIMESTAMP, orderexecuted INTEGER)");
    execute("INSERT INTO databasechangelog VALUES ('0001-foundation', 'stateline', now(), 1)");
    refused(ErrorCode.SCHEMA_UNSUPPORTED, "before the first release");
    assertThat(ask(RELATIONS)).containsExactly("databasechangelog", "states");
  }

  private void refused(ErrorCode code, String message) {
    for (AccessMode mode : AccessMode.values()) {
      assertThatThrownBy(
              () ->
                  new PostgresPersistenceProvider().open(PostgresFixture.settings(database, mode)))
          .isInstanceOfSatisfying(
              UnavailableException.class, e -> assertThat(e.code()).isEqualTo(code))
          .hasMessageContaining(message);
    }
  }

  private void execute(String sql) {
    TestServer.get().execute(database, sql);
  }

  private List<String> ask(String sql) {
    return TestServer.get().ask(database, sql);
  }
}
