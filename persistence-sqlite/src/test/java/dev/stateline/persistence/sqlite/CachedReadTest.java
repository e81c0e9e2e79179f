package dev.stateline.persistence.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stateline.domain.document.Document;
import dev.stateline.domain.error.CorruptDataException;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.spi.AccessMode;
import dev.stateline.domain.spi.Persistence;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.testkit.sample.SampleRun;
import dev.stateline.testkit.sample.Samples;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is in memory never hides what the rows say. */
class CachedReadTest {

  private static final int TURNS = 9;

  @TempDir Path folder;

  private Path file;
  private Persistence persistence;
  private SimulationId id;

  @BeforeEach
  void open() throws IOException {
    file = folder.resolve("read.db");
    try (Persistence made = SqliteFixture.create(file)) {
      Samples samples = new Samples();
      SampleRun run = SampleRun.begin(samples, made, samples.simulation("world").build());
      run.commit(TURNS);
      id = run.id();
    }
    persistence = SqliteFixture.open(file, AccessMode.READ_ONLY);
  }

  @AfterEach
  void close() {
    persistence.close();
  }

  private Document read(int turn) {
    return persistence.states().stateAt(id, new TurnNumber(turn)).document();
  }

  private void change(String columns, int turn) throws IOException {
    new RawFile(file).execute("UPDATE turns SET " + columns + " WHERE turn_number = " + turn);
  }

  @Test
  void all_turns_are_read_in_any_order_and_again() {
    for (int round = 0; round < 2; round++) {
      for (int turn = TURNS; turn >= 0; turn--) {
        assertThat(read(turn)).isEqualTo(Samples.city(100 + turn));
        assertThat(read(TURNS - turn)).isEqualTo(Samples.city(100 + TURNS - turn));
      }
    }
  }

  @Test
  void a_hash_that_was_changed_since_is_damage() throws IOException {
    read(3);
    change("state_hash = (SELECT state_hash FROM turns WHERE turn_number = 2)", 3);
    assertThatThrownBy(() -> read(3)).isInstanceOf(CorruptDataException.class);
  }

  @Test
  void a_size_that_was_changed_since_is_damage() throws IOException {
    read(3);
    change("state_size = state_size + 1", 3);
    assertThatThrownBy(() -> read(3)).isInstanceOf(CorruptDataException.class);
  }

  @Test
  void a_base_that_was_damaged_before_it_was_read_is_told_each_time() throws IOException {
    change("state_payload = x'00'", 4);
    for (int round = 0; round < 2; round++) {
      assertThatThrownBy(() -> read(5))
          .isInstanceOf(CorruptDataException.class)
          .hasMessageContaining("turn 4");
      assertThat(read(3)).isEqualTo(Samples.city(103));
    }
  }

  @Test
  void a_base_that_is_another_state_than_its_row_says_is_told_each_time() throws IOException {
    change(
        "state_payload = (SELECT state_payload FROM turns WHERE turn_number = 0),"
            + " state_encoding = (SELECT state_encoding FROM turns WHERE turn_number = 0),"
            + " state_size = (SELECT state_size FROM turns WHERE turn_number = 0)",
        4);
    for (int round = 0; round < 3; round++) {
      assertThatThrownBy(() -> read(4)).isInstanceOf(CorruptDataException.class);
      for (int turn = 5; turn <= 7; turn++) {
        assertRightOrTold(turn);
      }
      assertThat(read(3)).isEqualTo(Samples.city(103));
    }
  }

  /**
   * A difference that replaces all that its base has of its own makes the right state of others.
   */
  private void assertRightOrTold(int turn) {
    try {
      assertThat(read(turn)).isEqualTo(Samples.city(100 + turn));
    } catch (CorruptDataException told) {
      assertThat(told).hasMessageContaining("turn " + turn);
    }
  }

  @Test
  void a_base_that_was_mended_since_is_read_as_it_is() throws IOException {
    String payload =
        new RawFile(file).ask("SELECT hex(state_payload) FROM turns WHERE turn_number = 4").get(0);
    change("state_payload = x'00'", 4);
    assertThatThrownBy(() -> read(5)).isInstanceOf(CorruptDataException.class);
    change("state_payload = x'" + payload + "'", 4);
    assertThat(read(5)).isEqualTo(Samples.city(105));
  }
}
