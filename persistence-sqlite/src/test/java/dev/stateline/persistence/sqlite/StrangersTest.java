package dev.stateline.persistence.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.UnavailableException;
import dev.stateline.domain.spi.AccessMode;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A database is ours by a mark of ours, and never by the names of its tables. */
class StrangersTest {

  @TempDir Path folder;

  @Test
  void tables_of_our_names_without_our_mark_are_another_programs() throws Exception {
    Path file = folder.resolve("other.db");
    new RawFile(file).execute("CREATE TABLE turns (segment INTEGER, turn_number INTEGER)");
    byte[] before = Files.readAllBytes(file);
    refused(file, ErrorCode.DATABASE_UNUSABLE, "belongs to another program");
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PRAGMA application_id = 252006674",
        "PRAGMA user_version = 7",
        "CREATE VIEW checkpoints AS SELECT 1 AS id",
        "CREATE TABLE databasechangelog (id INTEGER)"
      })
  void whatever_another_program_left_in_a_file_is_a_sign_of_it(String sign) throws Exception {
    Path file = folder.resolve("other.db");
    new RawFile(file).execute("CREATE TABLE passing (id INTEGER)");
    new RawFile(file).execute(sign);
    new RawFile(file).execute("DROP TABLE passing");
    byte[] before = Files.readAllBytes(file);
    refused(file, ErrorCode.DATABASE_UNUSABLE, "belongs to another program");
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
  }

  @Test
  void a_file_with_the_mark_of_another_program_is_not_ours_whatever_its_tables_are() {
    Path file = folder.resolve("marked.db");
    SqliteFixture.open(file, AccessMode.READ_WRITE).close();
    new RawFile(file).execute("PRAGMA application_id = 252006674");
    refused(file, ErrorCode.DATABASE_UNUSABLE, "its application_id is 252006674");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE TABLE other (a)",
        "CREATE TABLE turns (a)",
        "CREATE VIEW checkpoints AS SELECT 1 AS id"
      })
  void a_file_with_our_mark_and_other_tables_than_ours_is_another_programs(String sign)
      throws Exception {
    Path file = folder.resolve("marked.db");
    new RawFile(file).execute("PRAGMA application_id = " + SqliteDatabase.APPLICATION_ID);
    new RawFile(file).execute(sign);
    byte[] before = Files.readAllBytes(file);
    refused(file, ErrorCode.DATABASE_UNUSABLE, "belongs to another program");
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
    assertThatThrownBy(
            () ->
                new SqlitePersistenceProvider()
                    .status(SqliteFixture.settings(file.toString(), AccessMode.READ_ONLY)))
        .hasMessageContaining("belongs to another program");
  }

  @Test
  void a_file_that_bears_only_our_mark_is_ours() {
    Path file = folder.resolve("begun.db");
    new RawFile(file).execute("PRAGMA application_id = " + SqliteDatabase.APPLICATION_ID);
    SqliteFixture.open(file, AccessMode.READ_WRITE).close();
    assertThat(new RawFile(file).ask("SELECT count(*) FROM turns")).containsExactly("0");
  }

  @Test
  void a_file_that_a_dump_was_read_into_is_ours_by_its_changes() {
    Path file = folder.resolve("dumped.db");
    SqliteFixture.open(file, AccessMode.READ_WRITE).close();
    new RawFile(file).execute("PRAGMA application_id = 0");
    SqliteFixture.open(file, AccessMode.READ_WRITE).close();
    assertThat(new RawFile(file).ask("SELECT count(*) FROM turns")).containsExactly("0");
  }

  @Test
  void a_file_of_ours_carries_the_mark() {
    Path file = folder.resolve("ours.db");
    SqliteFixture.open(file, AccessMode.READ_WRITE).close();
    assertThat(new RawFile(file).ask("PRAGMA application_id"))
        .containsExactly(String.valueOf(SqliteDatabase.APPLICATION_ID));
  }

  @Test
  void a_database_of_before_the_first_release_is_refused_and_stays_as_it_is() throws Exception {
    Path file = folder.resolve("old.db");
    try (InputStream in = StrangersTest.class.getResourceAsStream("before-0.1.0.db")) {
      Files.copy(in, file);
    }
    byte[] before = Files.readAllBytes(file);
    refused(file, ErrorCode.SCHEMA_UNSUPPORTED, "before the first release");
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
  }

  private static void refused(Path file, ErrorCode code, String message) {
    for (AccessMode mode : AccessMode.values()) {
      assertThatThrownBy(() -> SqliteFixture.open(file, mode))
          .isInstanceOfSatisfying(
              UnavailableException.class, e -> assertThat(e.code()).isEqualTo(code))
          .hasMessageContaining(message);
    }
  }
}
