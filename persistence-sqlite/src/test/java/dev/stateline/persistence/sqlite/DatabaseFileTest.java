package dev.stateline.persistence.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stateline.domain.error.CorruptDataException;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.InvalidInputException;
import dev.stateline.domain.error.NotFoundException;
import dev.stateline.domain.error.Remedy;
import dev.stateline.domain.error.StatelineException;
import dev.stateline.domain.error.UnavailableException;
import dev.stateline.domain.spi.AccessMode;
import dev.stateline.domain.spi.Finding;
import dev.stateline.domain.spi.Persistence;
import dev.stateline.domain.spi.PersistenceSettings;
import dev.stateline.testkit.sample.SampleRun;
import dev.stateline.testkit.sample.Samples;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the adapter answers to paths and files, good and bad. */
class DatabaseFileTest {

  @TempDir Path folder;

  @Test
  void a_directory_is_refused() {
    refused(folder, ErrorCode.DATABASE_UNUSABLE, "is a directory");
  }

  @Test
  void a_reason_is_never_empty() {
    assertThat(DatabaseFile.reason(new ClosedByInterruptException()))
        .isEqualTo("the thread was interrupted");
    assertThat(DatabaseFile.reason(new ClosedChannelException()))
        .isEqualTo("ClosedChannelException");
  }

  @Test
  void a_journal_that_reading_cannot_put_back_is_named() throws IOException {
    Path file = folder.resolve("o.db");
    SqliteFixture.create(file).close();
    Path journal = Files.writeString(folder.resolve("o.db-journal"), "garbage ".repeat(600));
    assertThatThrownBy(() -> SqliteFixture.open(file, AccessMode.READ_ONLY))
        .isInstanceOf(UnavailableException.class)
        .hasMessageContaining("a rollback journal lies beside it")
        .hasMessageNotContaining("is read-only");
    SqliteFixture.open(file, AccessMode.READ_WRITE_EXISTING).close();
    SqliteFixture.open(file, AccessMode.READ_ONLY).close();
    assertThat(journal).doesNotExist();
  }

  @Test
  void a_link_that_leads_in_a_circle_is_refused() throws IOException {
    Path one = folder.resolve("one.db");
    Path two = Files.createSymbolicLink(folder.resolve("two.db"), one);
    Files.createSymbolicLink(one, two);
    Path self = folder.resolve("self.db");
    Files.createSymbolicLink(self, self);
    refused(one, ErrorCode.DATABASE_UNUSABLE, "leads in a circle");
    refused(self, ErrorCode.DATABASE_UNUSABLE, "leads in a circle");
  }

  @Test
  void a_database_that_is_not_there_is_made_only_by_who_may_make_one() throws IOException {
    Path file = folder.resolve("none.db");
    for (AccessMode mode : List.of(AccessMode.READ_ONLY, AccessMode.READ_WRITE_EXISTING)) {
      assertThatThrownBy(() -> SqliteFixture.open(file, mode))
          .isInstanceOf(NotFoundException.class)
          .hasMessageContaining("there is no database at " + file);
    }
    assertThat(folder).isEmptyDirectory();
    SqliteFixture.open(file, AccessMode.READ_WRITE).close();
    SqliteFixture.open(file, AccessMode.READ_WRITE_EXISTING).close();
  }

  @Test
  void a_folder_that_does_not_exist_is_refused() {
    refused(folder.resolve("none/x.db"), ErrorCode.DATABASE_UNUSABLE, "folder that does not exist");
  }

  @Test
  void a_file_of_another_kind_is_refused_and_left_as_it_is() throws IOException {
    Path file = Files.writeString(folder.resolve("notes.txt"), "These are notes, not a database.");
    refused(file, ErrorCode.DATABASE_UNUSABLE, "is no SQLite database");
    assertThat(file).hasContent("These are notes, not a database.");
  }

  @Test
  void a_file_that_only_begins_as_a_database_is_refused() throws IOException {
    Path file = folder.resolve("broken.db");
    Files.writeString(file, "SQLite format 3\0" + "garbage ".repeat(600));
    assertThatThrownBy(() -> SqliteFixture.open(file, AccessMode.READ_WRITE))
        .isInstanceOf(StatelineException.class)
        .hasMessageContaining("broken.db");
  }

  @Test
  void a_database_of_another_program_is_refused_and_left_as_it_is() {
    Path file = folder.resolve("other.db");
    new RawFile(file).execute("CREATE TABLE bookmarks (url TEXT)");
    refused(file, ErrorCode.DATABASE_UNUSABLE, "belongs to another program");
    assertThat(new RawFile(file).ask("SELECT name FROM sqlite_schema"))
        .containsExactly("bookmarks");
  }

  @Test
  void a_link_or_a_folder_where_a_file_of_the_database_belongs_is_named() throws IOException {
    Path file = folder.resolve("good.db");
    SqliteFixture.create(file).close();
    for (String suffix : DatabaseFile.COMPANIONS) {
      Path beside = DatabaseFile.beside(file, suffix);
      Files.deleteIfExists(beside);
      Files.createDirectory(beside);
      refused(file, ErrorCode.DATABASE_UNUSABLE, beside + ", where a folder lies");
      Files.delete(beside);
      Files.createSymbolicLink(beside, folder.resolve("nowhere"));
      refused(file, ErrorCode.DATABASE_UNUSABLE, beside + ", where a symbolic link lies");
      Files.delete(beside);
    }
  }

  @Test
  void the_name_of_a_file_beside_a_database_is_none_for_a_database() {
    for (String suffix : DatabaseFile.COMPANIONS) {
      Path file = folder.resolve("good.db" + suffix);
      refused(file, ErrorCode.INVALID_CONFIGURATION, "give the database's own");
      assertThat(file).doesNotExist();
    }
  }

  @Test
  void a_newer_schema_is_refused() {
    Path file = folder.resolve("newer.db");
    SqliteFixture.open(file, AccessMode.READ_WRITE).close();
    new RawFile(file)
        .execute(
            """
            INSERT INTO databasechangelog (id, author, filename, dateexecuted, orderexecuted, exectype)
            VALUES ('9999-from-the-future', 'stateline', 'sqlite.xml', 0, 99, 'EXECUTED')
            """);
    refused(file, ErrorCode.SCHEMA_UNSUPPORTED, "newer version of Stateline");
  }

  @Test
  void reading_never_migrates_and_writing_does() {
    Path file = folder.resolve("older.db");
    SqliteFixture.open(file, AccessMode.READ_WRITE).close();
    new RawFile(file).execute("DELETE FROM databasechangelog WHERE id = '0002-views'");
    assertThatThrownBy(() -> SqliteFixture.open(file, AccessMode.READ_ONLY))
        .hasMessageContaining("older version");
    SqliteFixture.open(file, AccessMode.READ_WRITE).close();
    SqliteFixture.open(file, AccessMode.READ_ONLY).close();
  }

  @Test
  void reading_a_database_with_nothing_in_it_says_so_and_leaves_it_so() {
    Path file = folder.resolve("empty.db");
    RawFile raw = new RawFile(file);
    raw.execute("CREATE TABLE made (id INTEGER)");
    raw.execute("DROP TABLE made");
    assertThatThrownBy(() -> SqliteFixture.open(file, AccessMode.READ_ONLY))
        .hasMessageContaining("holds nothing of Stateline's yet")
        .isInstanceOfSatisfying(
            StatelineException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ErrorCode.DATABASE_NOT_FOUND);
              assertThat(e.details().remedy()).contains(Remedy.RUN_FIRST);
            });
    SqliteFixture.open(file, AccessMode.READ_WRITE).close();
  }

  @Test
  void reading_an_absent_database_makes_none() {
    Path file = folder.resolve("absent.db");
    assertThatThrownBy(() -> SqliteFixture.open(file, AccessMode.READ_ONLY))
        .isInstanceOfSatisfying(
            StatelineException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.DATABASE_NOT_FOUND));
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void an_empty_file_becomes_a_database() throws IOException {
    Path file = Files.createFile(folder.resolve("empty.db"));
    try (Persistence persistence = SqliteFixture.open(file, AccessMode.READ_WRITE)) {
      assertThat(persistence.diagnose())
          .isNotEmpty()
          .allSatisfy(finding -> assertThat(finding.grade()).isEqualTo(Finding.Grade.OK));
    }
  }

  @Test
  void a_path_with_spaces_and_signs_is_only_a_path() {
    Path file = folder.resolve("räume & #1 %20 'x'.db");
    SqliteFixture.open(file, AccessMode.READ_WRITE).close();
    assertThat(file).isRegularFile();
  }

  @Test
  void a_path_that_would_set_the_driver_is_refused() {
    assertThatThrownBy(
            () ->
                SqliteFixture.open(
                    Path.of("x.db?enable_load_extension=true"), AccessMode.READ_WRITE))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("'?'");
  }

  @Test
  void unknown_and_missing_settings_are_all_named() {
    PersistenceSettings settings =
        PersistenceSettings.at(Map.of("host", "localhost", "port", "5432"), AccessMode.READ_WRITE)
            .poolSize(1)
            .queryable(false)
            .build();
    assertThat(new SqlitePersistenceProvider().check(settings))
        .extracting(problem -> problem.key())
        .containsExactly("connection.host", "connection.port", "connection.path");
  }

  @Test
  void a_file_that_is_removed_under_a_run_stops_it() throws IOException {
    Path file = folder.resolve("world.db");
    Samples samples = new Samples();
    try (Persistence persistence = SqliteFixture.open(file, AccessMode.READ_WRITE)) {
      SampleRun run = SampleRun.begin(samples, persistence, samples.simulation("world").build());
      run.commit(1);
      Files.delete(file);
      assertThatThrownBy(() -> run.commit(1))
          .isInstanceOf(UnavailableException.class)
          .hasMessageContaining("removed or replaced");
    }
  }

  @Test
  void a_dropped_table_is_damage() {
    Path file = folder.resolve("world.db");
    SqliteFixture.open(file, AccessMode.READ_WRITE).close();
    new RawFile(file).execute("DROP TABLE checkpoint_records");
    try (Persistence persistence = SqliteFixture.open(file, AccessMode.READ_WRITE)) {
      Samples samples = new Samples();
      SampleRun run = SampleRun.begin(samples, persistence, samples.simulation("world").build());
      assertThatThrownBy(() -> persistence.checkpoints().list(run.id(), Optional.empty(), 1))
          .isInstanceOf(CorruptDataException.class)
          .hasMessageContaining("checkpoint_records");
    }
  }

  @Test
  void closing_leaves_the_file_alone_with_its_lock_file() throws IOException {
    Path file = folder.resolve("world.db");
    Samples samples = new Samples();
    try (Persistence persistence = SqliteFixture.open(file, AccessMode.READ_WRITE)) {
      SampleRun.begin(samples, persistence, samples.simulation("world").build()).commit(3);
    }
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(f -> f.getFileName().toString()))
          .containsExactlyInAnyOrder("world.db", "world.db-writers");
    }
  }

  private void refused(Path file, ErrorCode code, String message) {
    assertThatThrownBy(() -> SqliteFixture.open(file, AccessMode.READ_WRITE))
        .isInstanceOfSatisfying(StatelineException.class, e -> assertThat(e.code()).isEqualTo(code))
        .hasMessageContaining(message)
        .hasMessageContaining(file.toString());
  }
}
