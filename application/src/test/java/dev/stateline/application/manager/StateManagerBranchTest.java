package dev.stateline.application.manager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stateline.application.testworld.Town;
import dev.stateline.application.testworld.TownRules;
import dev.stateline.application.testworld.TownStore;
import dev.stateline.domain.error.ConflictException;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.InvalidInputException;
import dev.stateline.domain.error.NotFoundException;
import dev.stateline.domain.naming.CheckpointName;
import dev.stateline.domain.naming.SimulationName;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.simulation.SimulationStatus;
import dev.stateline.domain.time.TurnNumber;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StateManagerBranchTest {

  private static final SimulationName LEFT = new SimulationName("left");

  private final TownStore store = new TownStore();
  private StateManager<Town> manager;

  @BeforeEach
  void five_turns() {
    manager = store.stateline.create(TownRules.spec("troy"));
    TownStore.play(manager, 2);
    manager.saveCheckpoint(new CheckpointName("peace"));
    TownStore.play(manager, 3);
  }

  @AfterEach
  void close() {
    manager.close();
    store.close();
  }

  @Test
  void going_back_makes_the_earlier_state_the_current_one_and_the_run_goes_on_from_it() {
    Town atTwo = manager.stateAt(new TurnNumber(2));
    List<String> chain = store.chain(manager.simulation().id());

    manager.rollbackTo(new TurnNumber(2), LEFT);

    assertThat(manager.head().turn()).isEqualTo(new TurnNumber(2));
    assertThat(manager.currentState()).isEqualTo(atTwo);
    TownStore.play(manager, 3);
    // The same rules and the same chance: the same history again.
    assertThat(store.chain(manager.simulation().id())).isEqualTo(chain);
  }

  @Test
  void what_is_left_behind_stays_readable() {
    List<String> chain = store.chain(manager.simulation().id());

    manager.restoreCheckpoint(new CheckpointName("peace"), LEFT);

    Simulation left = store.stateline.simulations().find("left");
    assertThat(left.status()).isEqualTo(SimulationStatus.ARCHIVED);
    assertThat(store.chain(left.id())).isEqualTo(chain);
    assertThat(manager.head().turn()).isEqualTo(new TurnNumber(2));
  }

  @Test
  void a_turn_that_was_encoded_before_going_back_is_refused() {
    EncodedTurn stale = manager.encode(TownRules.turn(manager.currentState(), 6));
    manager.rollbackTo(new TurnNumber(2), LEFT);

    assertThatThrownBy(() -> manager.commit(stale))
        .isInstanceOfSatisfying(
            ConflictException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.HEAD_MOVED));
    assertThat(manager.head().turn()).isEqualTo(new TurnNumber(2));
  }

  @Test
  void only_earlier_turns_and_checkpoints_that_are_there_are_gone_back_to() {
    assertThatThrownBy(() -> manager.rollbackTo(new TurnNumber(5), LEFT))
        .isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> manager.rollbackTo(new TurnNumber(6), LEFT))
        .isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> manager.restoreCheckpoint(new CheckpointName("war"), LEFT))
        .isInstanceOf(NotFoundException.class);
    assertThat(manager.head().turn()).isEqualTo(new TurnNumber(5));
  }

  @Test
  void a_fork_goes_its_own_way_from_any_turn_while_this_one_is_written() {
    Simulation fork = manager.fork(new TurnNumber(3), new SimulationName("sparta"));
    TownStore.play(manager, 1);

    try (StateManager<Town> other = store.open(fork.id())) {
      assertThat(other.currentState()).isEqualTo(manager.stateAt(new TurnNumber(3)));
      TownStore.play(other, 3);
    }

    assertThat(store.chain(fork.id())).isEqualTo(store.chain(manager.simulation().id()));
    assertThatThrownBy(() -> manager.fork(new TurnNumber(9), new SimulationName("late")))
        .isInstanceOf(NotFoundException.class);
  }
}
