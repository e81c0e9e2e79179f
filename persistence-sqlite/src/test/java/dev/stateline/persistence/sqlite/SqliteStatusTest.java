package dev.stateline.persistence.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stateline.application.verify.Verifier;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.StatelineException;
import dev.stateline.domain.spi.AccessMode;
import dev.stateline.domain.spi.DatabaseStatus;
import dev.stateline.domain.spi.DatabaseStatus.Standing;
import dev.stateline.domain.spi.DatabaseStatus.TableSize;
import dev.stateline.domain.spi.Persistence;
import dev.stateline.domain.spi.SchemaChange;
import dev.stateline.testkit.sample.SampleRun;
import dev.stateline.testkit.sample.Samples;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a file's schema is said to be, and that a migration that died is finished. */
class SqliteStatusTest {

  @TempDir Path folder;

  @Test
  void a_current_database_has_its_changes_applied_and_its_rows_counted() {
    Path file = newDatabase();
    DatabaseStatus status = status(file);
    assertThat(status.standing()).isEqualTo(Standing.CURRENT);
    assertThat(status.engine()).matches("SQLite 3\\.[0-9.]+");
    assertThat(status.changes())
        .extracting(SchemaChange::id)
        .containsExactly("0001-baseline", "0002-views");
    assertThat(status.changes())
        .allSatisfy(
            change ->
                assertThat(Duration.between(change.appliedAt().orElseThrow(), Instant.now()).abs())
                    .isLessThan(Duration.ofHours(1)));
    assertThat(status.tables())
        .extracting(TableSize::name)
        .containsExactly(
            "simulation_records",
            "segments",
            "provenances",
            "turns",
            "heads",
            "checkpoint_records");
    assertThat(table(status, "turns").rows()).hasValue(4);
    assertThat(status.bytes().orElseThrow())
        .isGreaterThan(status.tables().stream().mapToLong(t -> t.bytes().orElseThrow()).sum());
  }

  @Test
  void a_file_that_is_not_there_is_not_found_and_not_made() {
    Path file = folder.resolve("none.db");
    refused(() -> status(file), ErrorCode.DATABASE_NOT_FOUND, "there is no database");
    assertThat(file).doesNotExist();
  }

  @Test
  void a_database_of_another_program_is_refused() {
    Path file = folder.resolve("other.db");
    new RawFile(file).execute("CREATE TABLE recipes (id INTEGER)");
    refused(
        () -> status(file),
        ErrorCode.DATABASE_UNUSABLE,
        "it has 'recipes' without Stateline's mark");
  }

  @ParameterizedTest
  @ValueSource(strings = {"DELETE FROM databasechangelog", "DROP TABLE databasechangelog"})
  void a_lost_record_of_changes_is_told_and_made_anew(String loss) throws Exception {
    Path file = newDatabase();
    new RawFile(file).execute(loss);
    byte[] before = Files.readAllBytes(file);
    assertThat(status(file).standing()).isEqualTo(Standing.UNRECORDED);
    refused(
        () -> SqliteFixture.open(file, AccessMode.READ_ONLY),
        ErrorCode.SCHEMA_UNSUPPORTED,
        "has Stateline's tables, but lost the record of the changes that made them");
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
    SqliteFixture.open(file, AccessMode.READ_WRITE).close();
    assertThat(status(file).standing()).isEqualTo(Standing.CURRENT);
  }

  @Test
  void an_older_schema_is_shown_and_reading_never_changes_it() throws Exception {
    Path file = newDatabase();
    new RawFile(file).execute("DELETE FROM databasechangelog WHERE id = '0002-views'");
    byte[] before = Files.readAllBytes(file);
    assertThat(status(file).standing()).isEqualTo(Standing.BEHIND);
    refused(
        () -> SqliteFixture.open(file, AccessMode.READ_ONLY),
        ErrorCode.SCHEMA_UNSUPPORTED,
        "reading never changes it");
    assertThat(Files.readAllBytes(file)).isEqualTo(before);

    DatabaseStatus old = status(file);
    SqliteFixture.open(file, AccessMode.READ_WRITE).close();
    assertThat(status(file).appliedSince(Optional.of(old)))
        .extracting(SchemaChange::id)
        .containsExactly("0002-views");
  }

  @Test
  void a_newer_schema_is_shown_and_not_opened() {
    Path file = newDatabase();
    new RawFile(file)
        .execute(
            "INSERT INTO databasechangelog (id, author, filename, dateexecuted, orderexecuted,"
                + " exectype) VALUES ('9999-future', 'stateline', 'x', 'soon', 99, 'EXECUTED')");
    DatabaseStatus status = status(file);
    assertThat(status.standing()).isEqualTo(Standing.NEWER);
    assertThat(status.changes())
        .last()
        .isEqualTo(new SchemaChange("9999-future", SchemaChange.State.UNKNOWN, Optional.empty()));
    refused(
        () -> SqliteFixture.open(file, AccessMode.READ_WRITE),
        ErrorCode.SCHEMA_UNSUPPORTED,
        "newer version");
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 12, 24, 36})
  void a_migration_that_was_killed_leaves_nothing_and_the_next_start_makes_it(int step)
      throws Exception {
    Path file = folder.resolve("killed.db");
    assertThat(KilledMigrationProcess.diesBefore(step, file)).isTrue();
    assertThat(status(file).standing()).isEqualTo(Standing.ABSENT);
    assertThat(new RawFile(file).ask("SELECT name FROM sqlite_schema")).isEmpty();
    run(file);
    assertThat(status(file).standing()).isEqualTo(Standing.CURRENT);
    assertThat(new RawFile(file).ask("PRAGMA foreign_key_check")).isEmpty();
  }

  private Path newDatabase() {
    Path file = folder.resolve("new.db");
    run(file);
    return file;
  }

  private static void run(Path file) {
    Samples samples = new Samples();
    try (Persistence persistence = SqliteFixture.open(file, AccessMode.READ_WRITE)) {
      SampleRun run = SampleRun.begin(samples, persistence, samples.simulation("world").build());
      run.commit(3);
      assertThat(new Verifier(persistence).verify(run.id(), Optional.empty(), turn -> {}).isClean())
          .isTrue();
    }
  }

  private static DatabaseStatus status(Path file) {
    return new SqlitePersistenceProvider()
        .status(SqliteFixture.settings(file.toString(), AccessMode.READ_ONLY))
        .orElseThrow();
  }

  private static TableSize table(DatabaseStatus status, String name) {
    List<TableSize> found = status.tables().stream().filter(t -> t.name().equals(name)).toList();
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  private static void refused(ThrowingCallable call, ErrorCode code, String message) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(StatelineException.class, e -> assertThat(e.code()).isEqualTo(code))
        .hasMessageContaining(message);
  }
}
