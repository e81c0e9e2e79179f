package dev.stateline.persistence.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stateline.domain.error.UnavailableException;
import dev.stateline.domain.spi.AccessMode;
import dev.stateline.domain.spi.Persistence;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.testkit.sample.SampleRun;
import dev.stateline.testkit.sample.Samples;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What other programs do to the files of a database that is being written. */
class FilesTakenAwayTest {

  @TempDir Path folder;

  private final Samples samples = new Samples();
  private Path file;
  private Path log;
  private Persistence persistence;
  private SampleRun run;

  @BeforeEach
  void a_run_is_at_work() throws IOException {
    file = folder.resolve("world.db");
    log = folder.resolve("world.db-wal");
    persistence = SqliteFixture.create(file);
    run = SampleRun.begin(samples, persistence, samples.simulation("world").build()).commit(5);
  }

  @AfterEach
  void close() {
    persistence.close();
  }

  @Test
  void a_log_that_is_removed_is_saved_into_the_file_and_the_next_turn_refused() throws IOException {
    Files.delete(log);
    refused("its log " + log + " was removed", "saved into the file");
    assertThat(turnsInTheFile(file)).isEqualTo(6);
    refused("its log " + log + " was removed", "saved into the file");
    persistence.close();
    assertThat(headAfterwards()).isEqualTo(new TurnNumber(5));
  }

  @Test
  void a_log_that_is_replaced_is_saved_and_what_stands_in_its_place_is_left_alone()
      throws IOException {
    Files.writeString(folder.resolve("other"), "precious");
    Files.move(folder.resolve("other"), log, StandardCopyOption.REPLACE_EXISTING);
    refused("its log " + log + " was replaced", "saved into the file");
    persistence.close();
    assertThat(log).hasContent("precious");
    assertThat(headAfterwards()).isEqualTo(new TurnNumber(5));
  }

  @Test
  void a_log_that_is_cut_short_stops_the_run_and_is_not_written_into_the_file() throws IOException {
    cut(log, Files.size(log) - 5000);
    refused("its log " + log + " was cut short");
    persistence.close();
    assertThat(asTheNextProcessFindsIt().ask("PRAGMA integrity_check")).containsExactly("ok");
  }

  @Test
  void a_log_that_is_emptied_stops_the_run_and_the_file_stays_sound() throws IOException {
    cut(log, 0);
    refused("its log " + log + " was cut short");
    persistence.close();
    assertThat(asTheNextProcessFindsIt().ask("PRAGMA integrity_check")).containsExactly("ok");
  }

  @Test
  void an_index_that_is_removed_stops_the_run_and_loses_nothing() throws IOException {
    Files.delete(folder.resolve("world.db-shm"));
    refused("index");
    persistence.close();
    assertThat(headAfterwards()).isEqualTo(new TurnNumber(5));
  }

  @Test
  void a_file_that_is_moved_keeps_its_turns_in_the_log_that_is_named() throws IOException {
    Path away = Files.createDirectory(folder.resolve("away")).resolve("world.db");
    Files.move(file, away);
    refused("removed or replaced", log.toString());
    persistence.close();
    Files.move(log, folder.resolve("away/world.db-wal"));
    file = away;
    assertThat(headAfterwards()).isEqualTo(new TurnNumber(5));
  }

  @Test
  void a_file_that_is_cut_short_stops_the_run() throws IOException {
    new RawFile(file).execute("PRAGMA wal_checkpoint(PASSIVE)");
    run.commit(1);
    cutByAnotherProcess(file);
    refused("the file was cut short");
  }

  @Test
  void a_file_that_is_overwritten_stops_the_run_and_its_log_is_not_blended_into_the_other()
      throws Exception {
    Path other = folder.resolve("other.db");
    try (Persistence second = SqliteFixture.open(other, AccessMode.READ_WRITE)) {
      SampleRun.begin(samples, second, samples.simulation("other").build()).commit(7);
    }
    new ProcessBuilder("cp", other.toString(), file.toString()).start().waitFor();
    refused("overwritten by another", log.toString());
    persistence.close();
    assertThat(log).isNotEmptyFile();
    assertThat(Files.readAllBytes(file)).isEqualTo(Files.readAllBytes(other));
    assertThatThrownBy(() -> SqliteFixture.open(file, AccessMode.READ_WRITE))
        .hasMessageContaining("does not go with the log beside it");
  }

  @Test
  void checkpoints_of_other_programs_are_nothing_to_complain_of() {
    for (String mode : new String[] {"PASSIVE", "RESTART", "TRUNCATE"}) {
      new RawFile(file).execute("PRAGMA wal_checkpoint(" + mode + ")");
      run.commit(2);
    }
    persistence.close();
    assertThat(headAfterwards()).isEqualTo(new TurnNumber(11));
  }

  @Test
  void a_file_that_shrinks_by_what_sqlite_does_is_nothing_to_complain_of() {
    RawFile raw = new RawFile(file);
    raw.execute("CREATE TABLE filler (x)");
    raw.execute("INSERT INTO filler VALUES (zeroblob(1000000))");
    raw.execute("PRAGMA wal_checkpoint(TRUNCATE)");
    run.commit(1);
    raw.execute("DROP TABLE filler");
    raw.execute("VACUUM");
    raw.execute("PRAGMA wal_checkpoint(TRUNCATE)");
    run.commit(2);
    persistence.close();
    assertThat(headAfterwards()).isEqualTo(new TurnNumber(8));
  }

  private void refused(String... parts) {
    assertThatThrownBy(() -> run.commit(1))
        .isInstanceOf(UnavailableException.class)
        .hasMessageContainingAll(parts);
  }

  private static void cut(Path file, long bytes) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(bytes);
    }
  }

  /** This process would drop SQLite's locks by opening the file. */
  private static void cutByAnotherProcess(Path file) throws IOException {
    try {
      new ProcessBuilder("truncate", "-s", "8192", file.toString()).start().waitFor();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  /** As the file alone has them, without any log. */
  private int turnsInTheFile(Path database) throws IOException {
    Path alone = Files.copy(database, folder.resolve("alone.db"));
    return new RawFile(alone).ask("SELECT turn_number FROM turns").size();
  }

  /** This one still has the log's index. */
  private RawFile asTheNextProcessFindsIt() throws IOException {
    Files.copy(file, folder.resolve("next.db"));
    Files.copy(log, folder.resolve("next.db-wal"));
    return new RawFile(folder.resolve("next.db"));
  }

  private TurnNumber headAfterwards() {
    try (Persistence again = SqliteFixture.open(file, AccessMode.READ_ONLY)) {
      assertThat(again.audit().bookkeeping(run.id())).isEmpty();
      return again.states().head(run.id()).turn();
    }
  }
}
