package dev.stateline.persistence.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stateline.application.verify.VerificationReport;
import dev.stateline.application.verify.Verifier;
import dev.stateline.domain.error.CorruptDataException;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.spi.AccessMode;
import dev.stateline.domain.spi.Persistence;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.time.TurnRange;
import dev.stateline.domain.turn.Turn;
import dev.stateline.testkit.sample.SampleRun;
import dev.stateline.testkit.sample.Samples;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A damaged turn takes along those that are stored as differences to it, and no others. */
class DamagedBaseTest {

  private static final int DAMAGED = 5;
  private static final int NEXT_WITHOUT_IT = 8;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "base_segment = NULL",
        "base_segment = -9223372036854775808",
        "base_segment = 99",
        "base_turn = NULL",
        "base_turn = 5",
        "base_turn = 7",
        "base_turn = -5",
        "base_turn = 9223372036854775807",
        "base_segment = NULL, base_turn = NULL",
        "state_size = 9223372036854775807",
        "state_size = 2147483647",
        "state_size = -1",
        "state_encoding = 4294967300",
        "state_encoding = 1",
        "state_payload = x'00'",
        "state_payload = (SELECT state_payload FROM turns WHERE turn_number = 6)"
      })
  void damage_is_told_at_its_turn_and_what_does_not_rest_on_it_is_sound(String change)
      throws IOException {
    Path file = folder.resolve("damaged.db");
    SimulationId id;
    try (Persistence persistence = SqliteFixture.create(file)) {
      Samples samples = new Samples();
      SampleRun run = SampleRun.begin(samples, persistence, samples.simulation("world").build());
      run.commit(9);
      id = run.id();
    }
    new RawFile(file).execute("UPDATE turns SET " + change + " WHERE turn_number = " + DAMAGED);
    try (Persistence persistence = SqliteFixture.open(file, AccessMode.READ_ONLY)) {
      VerificationReport report = new Verifier(persistence).verify(id);

      assertThat(report.turns()).isEqualTo(10);
      assertThat(report.defects())
          .isNotEmpty()
          .allSatisfy(
              defect ->
                  assertThat(defect.turn().orElseThrow().value())
                      .isBetween(DAMAGED, NEXT_WITHOUT_IT - 1))
          .anySatisfy(defect -> assertThat(defect.turn().orElseThrow().value()).isEqualTo(DAMAGED));
      for (int turn : List.of(0, DAMAGED - 1, NEXT_WITHOUT_IT, NEXT_WITHOUT_IT + 1)) {
        assertThat(persistence.states().stateAt(id, new TurnNumber(turn)).document())
            .isEqualTo(Samples.city(100 + turn));
      }
      assertThatThrownBy(() -> allTurns(persistence, id)).isInstanceOf(CorruptDataException.class);
    }
  }

  private static void allTurns(Persistence persistence, SimulationId id) {
    try (Stream<Turn> turns = persistence.states().turns(id, TurnRange.ALL)) {
      turns.forEach(turn -> assertThat(turn.state().document().size()).isPositive());
    }
  }
}
