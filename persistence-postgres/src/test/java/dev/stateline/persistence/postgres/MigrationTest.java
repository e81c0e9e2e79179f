package dev.stateline.persistence.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.stateline.application.verify.Verifier;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.Remedy;
import dev.stateline.domain.error.StatelineException;
import dev.stateline.domain.error.UnavailableException;
import dev.stateline.domain.spi.AccessMode;
import dev.stateline.domain.spi.DatabaseStatus;
import dev.stateline.domain.spi.DatabaseStatus.Standing;
import dev.stateline.domain.spi.DatabaseStatus.TableSize;
import dev.stateline.domain.spi.Persistence;
import dev.stateline.domain.spi.SchemaChange;
import dev.stateline.persistence.sql.schema.Schema;
import dev.stateline.testkit.sample.SampleRun;
import dev.stateline.testkit.sample.Samples;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the schema comes about, wherever a migration dies, and what is said of it. */
class MigrationTest {

  private static final Set<String> STEPS = Set.of("createStatement", "prepareStatement", "commit");

  private final Map<String, String> database = TestServer.get().newDatabase();

  @AfterEach
  void drop() {
    TestServer.get().drop(database);
  }

  /** Each time some steps later, until a migration lives to its end. */
  @Test
  void wherever_a_migration_dies_it_leaves_nothing() throws SQLException {
    int step = 1;
    while (migrationDiesBefore(step)) {
      assertThat(relations()).as("died before step %d", step).isEmpty();
      step += 4;
    }
    assertThat(step).isGreaterThan(2 * status().changes().size());
    requireUsable();
  }

  @Test
  void a_refused_migration_leaves_nothing() {
    TestServer.get().execute(database, "CREATE TYPE states AS ENUM ('on', 'off')");
    assertThat(catchThrowable(() -> open(AccessMode.READ_WRITE)))
        .isInstanceOfSatisfying(
            StatelineException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.DATABASE_UNUSABLE))
        .hasMessageContaining("has a name of Stateline's in use");
    assertThat(relations()).isEmpty();
  }

  private List<String> relations() {
    return TestServer.get()
        .ask(database, "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace");
  }

  private boolean migrationDiesBefore(int step) throws SQLException {
    AtomicInteger left = new AtomicInteger(step);
    try (Connection connection =
        PostgresSource.of(PostgresFixture.settings(database, AccessMode.READ_WRITE))
            .getConnection()) {
      Throwable death =
          catchThrowable(
              () -> new Schema("postgresql", "public").migrate(dying(connection, left), 0));
      boolean died = left.get() <= 0;
      assertThat(died || death == null).as("it fails by dying only").isTrue();
      return died;
    }
  }

  /** The server sees what it sees when a program is killed: a connection that ends. */
  private static Connection dying(Connection connection, AtomicInteger left) {
    return (Connection)
        Proxy.newProxyInstance(
            MigrationTest.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              if (STEPS.contains(method.getName()) && left.decrementAndGet() == 0) {
                connection.abort(Runnable::run);
              }
              try {
                return method.invoke(connection, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private void requireUsable() {
    Samples samples = new Samples();
    try (Persistence persistence = open(AccessMode.READ_WRITE)) {
      SampleRun run = SampleRun.begin(samples, persistence, samples.simulation("world").build());
      run.commit(3);
      assertThat(new Verifier(persistence).verify(run.id(), Optional.empty(), turn -> {}).isClean())
          .isTrue();
    }
    DatabaseStatus status = status();
    assertThat(status.standing()).isEqualTo(Standing.CURRENT);
    assertThat(status.tables())
        .filteredOn(table -> table.name().equals("turns"))
        .extracting(table -> table.rows().orElseThrow())
        .containsExactly(4L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"DELETE FROM databasechangelog", "DROP TABLE databasechangelog"})
  void a_lost_record_of_changes_is_told_and_made_anew(String loss) {
    requireUsable();
    TestServer.get().execute(database, loss);
    assertThat(status().standing()).isEqualTo(Standing.UNRECORDED);
    assertThatThrownBy(() -> open(AccessMode.READ_ONLY))
        .isInstanceOfSatisfying(
            UnavailableException.class,
            e -> assertThat(e.details().remedy()).contains(Remedy.MIGRATE))
        .hasMessageContaining("lost the record of the changes");
    open(AccessMode.READ_WRITE).close();
    try (Persistence persistence = open(AccessMode.READ_ONLY)) {
      assertThat(persistence.simulations().list(Optional.empty(), 9)).hasSize(1);
    }
  }

  @Test
  void the_status_of_an_empty_database_has_all_changes_pending() {
    DatabaseStatus status = status();
    assertThat(status.standing()).isEqualTo(Standing.ABSENT);
    assertThat(status.engine()).matches("PostgreSQL [0-9.]+");
    assertThat(status.changes()).isNotEmpty().noneMatch(SchemaChange::isApplied);
    assertThat(status.tables()).isEmpty();
    assertThat(status.bytes()).isPresent();
    assertThat(status().standing()).as("looking makes nothing").isEqualTo(Standing.ABSENT);
  }

  @Test
  void the_status_of_a_current_database_tells_when_and_how_large() {
    open(AccessMode.READ_WRITE).close();
    DatabaseStatus status = status();
    assertThat(status.changes())
        .allSatisfy(
            change ->
                assertThat(Duration.between(change.appliedAt().orElseThrow(), Instant.now()).abs())
                    .isLessThan(Duration.ofMinutes(30)));
    assertThat(status.tables())
        .hasSize(7)
        .extracting(TableSize::bytes)
        .allMatch(bytes -> bytes.orElseThrow() > 0);
  }

  @Test
  void a_schema_that_is_behind_is_shown_and_reading_names_the_remedy() {
    open(AccessMode.READ_WRITE).close();
    TestServer.get().execute(database, "DELETE FROM databasechangelog WHERE id = '0002-views'");
    assertThat(status().standing()).isEqualTo(Standing.BEHIND);
    assertThat(catchThrowable(() -> open(AccessMode.READ_ONLY).close()))
        .isInstanceOfSatisfying(
            StatelineException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ErrorCode.SCHEMA_UNSUPPORTED);
              assertThat(e.details().remedy()).contains(Remedy.MIGRATE);
            });
  }

  private Persistence open(AccessMode mode) {
    return new PostgresPersistenceProvider().open(PostgresFixture.settings(database, mode));
  }

  private DatabaseStatus status() {
    return new PostgresPersistenceProvider()
        .status(PostgresFixture.settings(database, AccessMode.READ_ONLY))
        .orElseThrow();
  }
}
