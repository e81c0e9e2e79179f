package dev.stateline.persistence.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.InvalidInputException;
import dev.stateline.domain.error.UnavailableException;
import dev.stateline.domain.spi.AccessMode;
import dev.stateline.domain.spi.Persistence;
import dev.stateline.testkit.sample.SampleRun;
import dev.stateline.testkit.sample.Samples;
import java.io.IOException;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A log beside a file: the file's own is read, another one is told and left as it is. */
class ForeignLogTest {

  private static final String TURNS = "SELECT count(*) FROM turns";

  @TempDir Path folder;

  private final Samples samples = new Samples();
  private Path killed;
  private Path backup;
  private Path plainCopy;

  /** A database whose writer was killed, with copies that were made of it before. */
  @BeforeEach
  void a_killed_run_left_its_log() throws IOException {
    Path live = folder.resolve("live.db");
    killed = folder.resolve("killed.db");
    backup = folder.resolve("backup.db");
    plainCopy = folder.resolve("plain.db");
    SampleRun run;
    try (Persistence persistence = SqliteFixture.create(live)) {
      run = SampleRun.begin(samples, persistence, samples.simulation("world").build()).commit(3);
      persistence.backUp(backup);
    }
    Files.copy(live, plainCopy);
    try (Persistence persistence = SqliteFixture.open(live, AccessMode.READ_WRITE)) {
      SampleRun.begin(samples, persistence, samples.simulation("next").build()).commit(1);
    }
    try (Persistence persistence = SqliteFixture.open(live, AccessMode.READ_WRITE)) {
      SampleRun.begin(samples, persistence, samples.simulation("last").build()).commit(2);
      Files.copy(live, killed);
      Files.copy(log(live), log(killed));
    }
    assertThat(run.id()).isNotNull();
  }

  @Test
  void the_log_of_a_killed_run_is_its_own() {
    SqliteFixture.open(killed, AccessMode.READ_WRITE).close();
    assertThat(new RawFile(killed).ask(TURNS)).containsExactly("9");
  }

  @Test
  void a_log_that_was_written_into_the_file_in_part_is_its_own() throws IOException {
    Path live = folder.resolve("half.db");
    Path copy = folder.resolve("half-copy.db");
    try (Persistence persistence = SqliteFixture.create(live)) {
      SampleRun run = SampleRun.begin(samples, persistence, samples.simulation("world").build());
      run.commit(2);
      new RawFile(live).execute("PRAGMA wal_checkpoint(PASSIVE)");
      run.commit(2);
      new RawFile(live).execute("PRAGMA wal_checkpoint(PASSIVE)");
      Files.copy(live, copy);
      run.commit(1);
      Files.copy(log(live), log(copy));
    }
    SqliteFixture.open(copy, AccessMode.READ_WRITE).close();
    assertThat(new RawFile(copy).ask("PRAGMA integrity_check")).containsExactly("ok");
  }

  @Test
  void a_backup_beside_the_log_of_its_original_is_told_and_not_blended() throws IOException {
    Files.copy(log(killed), log(backup));
    refused(backup, log(backup), "does not go with the log beside it");
  }

  @Test
  void a_copy_that_was_made_by_hand_beside_a_later_log_is_told_and_not_blended()
      throws IOException {
    Files.copy(log(killed), log(plainCopy));
    refused(plainCopy, log(plainCopy), "does not go with the log beside it");
  }

  @Test
  void a_vacuumed_copy_beside_a_later_log_is_told_and_not_blended() throws IOException {
    Path vacuumed = folder.resolve("vacuumed.db");
    new RawFile(plainCopy).execute("VACUUM INTO '" + vacuumed + "'");
    Files.copy(log(killed), log(vacuumed));
    refused(vacuumed, log(vacuumed), "does not go with the log beside it");
  }

  @Test
  void a_file_that_was_vacuumed_is_told_from_one_that_its_former_log_goes_with()
      throws IOException {
    new RawFile(plainCopy).execute("VACUUM");
    Files.copy(log(killed), log(plainCopy));
    refused(plainCopy, log(plainCopy), "does not go with the log beside it");
  }

  @Test
  void a_copy_that_was_vacuumed_out_of_a_log_does_not_go_with_that_log() throws IOException {
    Path live = folder.resolve("busy.db");
    Path vacuumed = folder.resolve("vacuumed.db");
    try (Persistence persistence = SqliteFixture.create(live)) {
      SampleRun run = SampleRun.begin(samples, persistence, samples.simulation("world").build());
      run.commit(2);
      new RawFile(live).execute("VACUUM INTO '" + vacuumed + "'");
      run.commit(1);
      Files.copy(log(live), log(vacuumed));
    }
    refused(vacuumed, log(vacuumed), "does not go with the log beside it");
  }

  @Test
  void a_log_that_another_program_began_by_vacuuming_is_the_files_own() throws IOException {
    Path live = folder.resolve("shrunk.db");
    Path copy = folder.resolve("shrunk-copy.db");
    SqliteFixture.create(live).close();
    try (Persistence persistence = SqliteFixture.open(live, AccessMode.READ_WRITE)) {
      new RawFile(live).execute("PRAGMA wal_checkpoint(TRUNCATE)");
      new RawFile(live).execute("VACUUM");
      SampleRun.begin(samples, persistence, samples.simulation("world").build()).commit(1);
      Files.copy(live, copy);
      Files.copy(log(live), log(copy));
    }
    SqliteFixture.open(copy, AccessMode.READ_WRITE).close();
    assertThat(new RawFile(copy).ask(TURNS)).containsExactly("2");
  }

  @Test
  void a_log_of_another_database_is_told_and_not_blended() throws IOException {
    Path other = folder.resolve("other.db");
    SqliteFixture.open(other, AccessMode.READ_WRITE).close();
    Files.copy(log(killed), log(other));
    refused(other, log(other), "does not go with the log beside it");
  }

  @Test
  void a_log_whose_file_is_gone_is_named_and_nothing_is_made_beside_it() throws IOException {
    Files.delete(killed);
    refused(killed, log(killed), "there is no database at " + killed);
    assertThat(killed).doesNotExist();
    Files.createFile(killed);
    refused(killed, log(killed), "there is no database at " + killed);
  }

  @Test
  void the_journal_of_who_makes_the_file_at_this_moment_is_no_log_that_was_left()
      throws IOException {
    Path file = folder.resolve("new.db");
    Files.createFile(file);
    Path journal = Files.write(folder.resolve("new.db-journal"), new byte[4616]);
    try (FileLocks locks = FileLocks.open(folder.resolve("new.db-writers"));
        FileLock making = locks.lock(SqliteDatabase.MIGRATION_BYTE)) {
      assertThat(making.isValid()).isTrue();
      Companions.check(file, "the file");
    }
    refused(file, journal, "there is no database at " + file);
  }

  @Test
  void a_log_at_the_end_of_a_link_is_named_when_its_file_is_gone() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link.db"), killed.getFileName());
    Files.delete(killed);
    refused(link, log(killed), "there is no database at");
  }

  @Test
  void an_empty_log_is_harmless() throws IOException {
    Files.createFile(log(backup));
    SqliteFixture.open(backup, AccessMode.READ_ONLY).close();
    Path absent = folder.resolve("absent.db");
    Files.createFile(log(absent));
    SqliteFixture.open(absent, AccessMode.READ_WRITE).close();
    assertThat(absent).isNotEmptyFile();
  }

  @Test
  void a_log_with_no_whole_commit_is_harmless() throws IOException {
    byte[] bytes = Files.readAllBytes(log(killed));
    Files.write(log(backup), Arrays.copyOf(bytes, 3_000));
    SqliteFixture.open(backup, AccessMode.READ_ONLY).close();
    assertThat(new RawFile(backup).ask(TURNS)).containsExactly("4");
  }

  @Test
  void a_rollback_journal_of_another_database_is_told_and_not_put_back() throws IOException {
    Path journal = folder.resolve("backup.db-journal");
    Files.write(journal, hotJournalOf(plainCopy));
    assertThatThrownBy(() -> SqliteFixture.open(backup, AccessMode.READ_WRITE))
        .isInstanceOf(UnavailableException.class)
        .hasMessageContainingAll("rollback journal", journal.toString());
    assertThat(journal).exists();
    Files.move(journal, folder.resolve("plain.db-journal"));
    SqliteFixture.open(plainCopy, AccessMode.READ_WRITE).close();
    assertThat(new RawFile(plainCopy).ask(TURNS)).containsExactly("4");
  }

  /** As another program leaves it that is killed while it changes the file. */
  private static byte[] hotJournalOf(Path database) throws IOException {
    byte[] original = Files.readAllBytes(database);
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA journal_mode = DELETE");
      statement.execute("PRAGMA cache_size = 1");
      statement.execute("BEGIN");
      statement.execute("CREATE TABLE filler (x)");
      statement.execute("INSERT INTO filler VALUES (zeroblob(100000))");
      return Files.readAllBytes(Path.of(database + "-journal"));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    } finally {
      Files.write(database, original);
    }
  }

  @Test
  void a_file_with_a_second_name_is_refused_since_its_log_lies_beside_the_first()
      throws IOException {
    Path second = Files.createLink(folder.resolve("second.db"), killed);
    assertThatThrownBy(() -> SqliteFixture.open(second, AccessMode.READ_ONLY))
        .isInstanceOf(UnavailableException.class)
        .hasMessageContaining("hard links");
  }

  @Test
  void no_backup_is_made_beside_the_log_of_another_file() throws IOException {
    Path target = folder.resolve("target.db");
    Files.copy(log(killed), log(target));
    try (Persistence persistence = SqliteFixture.open(backup, AccessMode.READ_ONLY)) {
      assertThatThrownBy(() -> persistence.backUp(target))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("beside the log of another file");
    }
    assertThat(target).doesNotExist();
  }

  private static Path log(Path database) {
    return database.resolveSibling(database.getFileName() + "-wal");
  }

  private static void refused(Path database, Path log, String why) throws IOException {
    byte[] logged = Files.readAllBytes(log);
    for (AccessMode mode : AccessMode.values()) {
      assertThatThrownBy(() -> SqliteFixture.open(database, mode))
          .isInstanceOfSatisfying(
              UnavailableException.class,
              e -> assertThat(e.code()).isEqualTo(ErrorCode.DATABASE_UNUSABLE))
          .hasMessageContaining(why)
          .hasMessageContaining(log.toString());
    }
    assertThatThrownBy(
            () ->
                new SqlitePersistenceProvider()
                    .status(SqliteFixture.settings(database.toString(), AccessMode.READ_ONLY)))
        .hasMessageContaining(log.toString());
    assertThat(log).hasBinaryContent(logged);
  }
}
