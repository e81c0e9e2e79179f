package dev.stateline.persistence.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stateline.domain.commit.TakeOver;
import dev.stateline.domain.error.CorruptDataException;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.InvalidInputException;
import dev.stateline.domain.spi.AccessMode;
import dev.stateline.domain.spi.Persistence;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.testkit.sample.SampleRun;
import dev.stateline.testkit.sample.Samples;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Copying a database that is in use. */
class SqliteBackupTest {

  @TempDir Path folder;

  private final Samples samples = new Samples();

  private SampleRun run(Persistence persistence) {
    return SampleRun.begin(samples, persistence, samples.simulation("world").build()).commit(20);
  }

  @Test
  void a_backup_has_the_turns_that_a_plain_copy_of_the_file_would_miss() throws Exception {
    Path file = folder.resolve("original.db");
    Path plain = folder.resolve("plain.db");
    Path copy = folder.resolve("copy.db");
    try (Persistence persistence = SqliteFixture.open(file, AccessMode.READ_WRITE)) {
      SampleRun run = run(persistence);
      // By another process: this one would drop SQLite's locks by opening the file.
      new ProcessBuilder("cp", file.toString(), plain.toString()).start().waitFor();
      persistence.backUp(copy);
      run.commit(1);
      try (Persistence backup = SqliteFixture.open(copy, AccessMode.READ_ONLY)) {
        assertThat(backup.states().head(run.id()).turn()).isEqualTo(new TurnNumber(20));
        assertThat(backup.audit().bookkeeping(run.id())).isEmpty();
      }
      String count = "SELECT count(*) FROM states";
      assertThat(new RawFile(copy).ask(count)).containsExactly("21");
      assertThat(new RawFile(plain).ask(count)).isNotEqualTo(new RawFile(copy).ask(count));
    }
  }

  @Test
  void a_backup_is_written_to_as_any_database_and_keeps_its_layout() {
    Path copy = folder.resolve("copy.db");
    SampleRun run;
    try (Persistence persistence =
        SqliteFixture.open(folder.resolve("original.db"), AccessMode.READ_WRITE)) {
      run = run(persistence);
      persistence.backUp(copy);
    }
    try (Persistence backup = SqliteFixture.open(copy, AccessMode.READ_WRITE)) {
      // The writer in the copy's row lives on another file, so it is none here.
      backup.writers().open(run.id(), SampleRun.WRITER, TakeOver.REFUSE).close();
    }
    assertThat(new RawFile(copy).ask("PRAGMA auto_vacuum")).containsExactly("2");
    assertThat(new RawFile(copy).ask("PRAGMA integrity_check")).containsExactly("ok");
  }

  @Test
  void a_database_that_is_open_for_reading_is_copied_too() {
    Path file = folder.resolve("original.db");
    SampleRun run;
    try (Persistence persistence = SqliteFixture.open(file, AccessMode.READ_WRITE)) {
      run = run(persistence);
    }
    Path copy = folder.resolve("it's a copy.db");
    try (Persistence persistence = SqliteFixture.open(file, AccessMode.READ_ONLY)) {
      persistence.backUp(copy);
    }
    try (Persistence backup = SqliteFixture.open(copy, AccessMode.READ_ONLY)) {
      assertThat(backup.states().head(run.id()).turn()).isEqualTo(new TurnNumber(20));
    }
  }

  @Test
  void nothing_is_overwritten_and_nothing_left_behind_where_it_cannot_be_written()
      throws IOException {
    Path taken = Files.writeString(folder.resolve("taken.db"), "precious");
    try (Persistence persistence =
        SqliteFixture.open(folder.resolve("original.db"), AccessMode.READ_WRITE)) {
      refused(persistence, taken, "is there already");
      refused(persistence, folder, "is a folder");
      refused(persistence, folder.resolve("none/copy.db"), "folder that does not exist");
    }
    assertThat(taken).hasContent("precious");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).noneMatch(file -> file.toString().endsWith(".part"));
    }
  }

  @Test
  void whoever_may_read_the_database_may_read_its_backup() throws IOException {
    Path file = folder.resolve("original.db");
    Path copy = folder.resolve("copy.db");
    try (Persistence persistence = SqliteFixture.open(file, AccessMode.READ_WRITE)) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-r--"));
      persistence.backUp(copy);
    }
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copy)))
        .isEqualTo("rw-rw-r--");
  }

  @Test
  void a_damaged_file_is_not_copied_and_called_damaged() throws IOException {
    Path file = folder.resolve("original.db");
    try (Persistence persistence = SqliteFixture.open(file, AccessMode.READ_WRITE)) {
      run(persistence);
    }
    damageRoot(file, "turns");
    Path copy = folder.resolve("copy.db");
    try (Persistence persistence = SqliteFixture.open(file, AccessMode.READ_ONLY)) {
      assertThatThrownBy(() -> persistence.backUp(copy))
          .isInstanceOf(CorruptDataException.class)
          .hasMessageContaining("restore a backup");
    }
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(left -> left.getFileName().toString()))
          .allMatch(name -> name.startsWith("original.db"));
    }
  }

  private static void damageRoot(Path file, String table) throws IOException {
    RawFile raw = new RawFile(file);
    String of = "SELECT rootpage FROM sqlite_schema WHERE name = '" + table + "'";
    long page = Long.parseLong(raw.ask(of).get(0));
    int size = Integer.parseInt(raw.ask("PRAGMA page_size").get(0));
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(new byte[size]), (page - 1) * size);
    }
  }

  private static void refused(Persistence persistence, Path file, String why) {
    assertThatThrownBy(() -> persistence.backUp(file))
        .isInstanceOfSatisfying(
            InvalidInputException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_VALUE))
        .hasMessageContaining(why);
  }
}
