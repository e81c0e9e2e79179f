package dev.stateline.application.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stateline.application.testworld.TownStore;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.NotFoundException;
import dev.stateline.domain.naming.CheckpointName;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.time.TurnRange;
import dev.stateline.domain.turn.Turn;
import dev.stateline.domain.turn.TurnRecord;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HistoryReaderTest {

  private final TownStore store = new TownStore();
  private final HistoryReader reader = store.stateline.history();
  private final Simulation town = store.played("town", 5);

  @AfterEach
  void close() {
    store.close();
  }

  private TurnNumber turn(String reference) {
    return reader.turn(town, TurnReference.parse(reference).turn());
  }

  @ParameterizedTest
  @CsvSource({
    "town, 5",
    "town@head, 5",
    "town@head~1, 4",
    "town@head~5, 0",
    "town@0, 0",
    "town@5, 5",
    "town@peace, 2"
  })
  void a_reference_leads_to_a_turn(String reference, int turn) {
    store.stateline.checkpoints().save(town.id(), new TurnNumber(2), new CheckpointName("peace"));

    assertThat(turn(reference)).isEqualTo(new TurnNumber(turn));
  }

  @ParameterizedTest
  @CsvSource({
    "town@6, there is no turn 6",
    "town@1000000000, there is no turn 1000000000",
    "town@head~6, head~6 goes before turn 0",
    "town@head~99, head~99 goes before turn 0"
  })
  void a_turn_before_the_first_or_after_the_head_is_not_there(String reference, String told) {
    assertThatThrownBy(() -> turn(reference))
        .isInstanceOfSatisfying(
            NotFoundException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.TURN_OUT_OF_RANGE))
        .hasMessage("simulation 'town' has turns 0 to 5; " + told);
  }

  @Test
  void an_unknown_checkpoint_is_not_there() {
    assertThatThrownBy(() -> turn("town@war"))
        .isInstanceOfSatisfying(
            NotFoundException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.CHECKPOINT_NOT_FOUND))
        .hasMessage(
            "simulation 'town' has no checkpoint 'war', and a turn is otherwise a number from 0,"
                + " head or head~3");
  }

  @Test
  void a_turn_that_may_have_been_meant_is_asked() {
    assertThatThrownBy(() -> turn("town@HEAD"))
        .isInstanceOf(NotFoundException.class)
        .hasMessageEndingWith(", head or head~3 (did you mean 'head'?)");
  }

  @Test
  void states_and_transitions_are_read_by_their_turn() {
    TurnNumber three = new TurnNumber(3);

    assertThat(reader.stateAt(town.id(), three).turn()).isEqualTo(three);
    assertThat(
            new Turn(reader.stateAt(town.id(), three), reader.transitionAt(town.id(), three))
                .follows(reader.stateAt(town.id(), new TurnNumber(2)).chainHash()))
        .isTrue();
    assertThat(reader.transitionAt(town.id(), TurnNumber.ZERO)).isEmpty();
    assertThatThrownBy(() -> reader.stateAt(town.id(), new TurnNumber(6)))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  void a_range_is_read_from_the_earliest_turn_on() {
    try (Stream<TurnRecord> history =
        reader.history(town.id(), new TurnRange(new TurnNumber(1), new TurnNumber(3)))) {
      assertThat(history.map(t -> t.turn().value())).containsExactly(1, 2, 3);
    }
  }
}
