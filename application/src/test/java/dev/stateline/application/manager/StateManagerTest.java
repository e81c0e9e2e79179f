package dev.stateline.application.manager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stateline.application.testworld.Town;
import dev.stateline.application.testworld.TownRules;
import dev.stateline.application.testworld.TownStore;
import dev.stateline.domain.checkpoint.Checkpoint;
import dev.stateline.domain.checkpoint.CheckpointKind;
import dev.stateline.domain.commit.Committed;
import dev.stateline.domain.engine.TurnResult;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.InvalidInputException;
import dev.stateline.domain.error.NotFoundException;
import dev.stateline.domain.error.StatelineException;
import dev.stateline.domain.history.Head;
import dev.stateline.domain.naming.CheckpointName;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.simulation.SimulationStatus;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.time.TurnRange;
import dev.stateline.domain.turn.State;
import dev.stateline.domain.turn.Transition;
import dev.stateline.domain.turn.TurnRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StateManagerTest {

  private final TownStore store = new TownStore();

  @AfterEach
  void close() {
    store.close();
  }

  private static void assertRefused(ErrorCode code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            StatelineException.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  private static NewTurn<Town> next(StateManager<Town> manager) {
    return TownRules.turn(manager.currentState(), manager.head().turn().value() + 1);
  }

  private Head stored(StateManager<Town> manager) {
    return store.persistence.states().head(manager.simulation().id());
  }

  @Test
  void a_new_simulation_stands_at_its_initial_state() {
    try (StateManager<Town> manager = store.stateline.create(TownRules.spec("town"))) {
      assertThat(manager.head().turn()).isEqualTo(TurnNumber.ZERO);
      assertThat(manager.currentState()).isEqualTo(new Town(0, 100, List.of()));
      assertThat(manager.simulation().status()).isEqualTo(SimulationStatus.CREATED);
      assertThat(manager.simulation().seed()).isEqualTo(TownRules.SEED);
      assertThat(manager.simulation().createdAt()).isEqualTo(TownStore.NOW);
      assertThat(manager.lastState().document().text())
          .isEqualTo("{\"draws\":[],\"wealth\":100,\"year\":0}");
    }
  }

  @Test
  void two_simulations_have_not_the_same_name() {
    store.played("town", 0);

    assertRefused(
        ErrorCode.NAME_TAKEN, () -> store.stateline.create(TownRules.spec("town")).close());
  }

  @Test
  void an_initial_state_without_canonical_form_creates_nothing() {
    SimulationSpec<Town> spec = TownRules.spec("town");
    SimulationSpec<Town> broken =
        SimulationSpec.of(
                spec.name(), spec.format(), TownRules.notANumber().state(), spec.provenance())
            .build();

    assertRefused(ErrorCode.INVALID_DOCUMENT, () -> store.stateline.create(broken).close());
    assertThat(store.stateline.simulations().list(Optional.empty(), 10)).isEmpty();
  }

  @Test
  void an_added_turn_is_the_head_and_is_stored() {
    try (StateManager<Town> manager = store.stateline.create(TownRules.spec("town"))) {
      NewTurn<Town> turn = next(manager);
      Committed committed = manager.addState(turn);

      assertThat(committed.head()).isEqualTo(manager.head()).isEqualTo(stored(manager));
      assertThat(manager.head().turn()).isEqualTo(new TurnNumber(1));
      assertThat(manager.currentState()).isEqualTo(turn.result().state());
      assertThat(manager.simulation().head().turn()).isEqualTo(TurnNumber.ZERO);
    }
  }

  @Test
  void a_turn_is_stored_with_its_actions_times_and_provenance() {
    Instant fine = Instant.parse("2027-01-01T00:00:00.123456789Z");
    try (StateManager<Town> manager = store.stateline.create(TownRules.spec("town"))) {
      store.clock.set(fine);
      NewTurn<Town> turn = next(manager);
      manager.addState(
          new NewTurn<>(
              turn.actions(), turn.result(), Duration.ofNanos(7_999_999), Optional.empty()));

      SimulationId id = manager.simulation().id();
      State state = store.stateline.history().stateAt(id, new TurnNumber(1));
      Transition transition =
          store.stateline.history().transitionAt(id, new TurnNumber(1)).orElseThrow();
      assertThat(state.createdAt()).isEqualTo(Instant.parse("2027-01-01T00:00:00.123456Z"));
      assertThat(state.simulatedTime()).isEqualTo(turn.result().simulatedTime());
      assertThat(state.provenance()).isEqualTo(TownRules.PROVENANCE);
      assertThat(transition.processingTime()).isEqualTo(Duration.ofMillis(7));
      assertThat(transition.actions().text()).startsWith("[{\"actor\":\"mayor\",\"document\":");
      assertThat(transition.outcomes().text()).contains("\"kind\":\"luck\"");
    }
  }

  @Test
  void encoding_stores_nothing_and_committing_makes_it_the_head() {
    try (StateManager<Town> manager = store.stateline.create(TownRules.spec("town"))) {
      Head before = manager.head();

      EncodedTurn encoded = manager.encode(next(manager));

      assertThat(manager.head()).isEqualTo(before).isEqualTo(stored(manager));
      Committed committed = manager.commit(encoded);
      assertThat(manager.head().turn()).isEqualTo(new TurnNumber(1));
      assertThat(committed.storedBytes()).isPositive();
    }
  }

  @Test
  void a_turn_that_was_encoded_on_an_older_head_is_refused() {
    try (StateManager<Town> manager = store.stateline.create(TownRules.spec("town"))) {
      EncodedTurn stale = manager.encode(next(manager));
      manager.addState(next(manager));
      Head head = manager.head();

      assertRefused(ErrorCode.HEAD_MOVED, () -> manager.commit(stale));
      assertThat(manager.head()).isEqualTo(head).isEqualTo(stored(manager));
    }
  }

  @Test
  void a_turn_that_another_manager_encoded_is_refused_and_stored_nowhere() {
    try (StateManager<Town> one = store.stateline.create(TownRules.spec("one"));
        StateManager<Town> other = store.stateline.create(TownRules.spec("other"))) {
      EncodedTurn foreign = other.encode(next(other));
      Head head = one.head();

      assertRefused(ErrorCode.INVALID_VALUE, () -> one.commit(foreign));
      assertThat(one.head()).isEqualTo(head);
      assertThat(stored(other).turn()).isEqualTo(TurnNumber.ZERO);
    }
  }

  @Test
  void a_state_without_canonical_form_changes_nothing() {
    try (StateManager<Town> manager = store.stateline.create(TownRules.spec("town"))) {
      TurnResult<Town> broken = TownRules.notANumber();

      assertRefused(
          ErrorCode.INVALID_DOCUMENT,
          () ->
              manager.addState(new NewTurn<>(List.of(), broken, Duration.ZERO, Optional.empty())));
      assertThat(manager.head().turn()).isEqualTo(TurnNumber.ZERO);
    }
  }

  @Test
  void the_current_state_is_an_instance_of_the_callers_own() {
    try (StateManager<Town> manager = store.stateline.create(TownRules.spec("town"))) {
      TownStore.play(manager, 2);
      Town mine = manager.currentState();
      List<Integer> draws = List.copyOf(mine.draws());

      mine.draws().clear();

      assertThat(manager.currentState()).isNotSameAs(manager.currentState());
      assertThat(manager.currentState().draws()).isEqualTo(draws).hasSize(2);
      assertThat(manager.stateAt(new TurnNumber(2)).draws()).isEqualTo(draws);
    }
  }

  @Test
  void a_state_of_the_past_is_read_by_its_turn() {
    try (StateManager<Town> manager = store.stateline.create(TownRules.spec("town"))) {
      TownStore.play(manager, 3);

      assertThat(manager.stateAt(new TurnNumber(1)).year()).isEqualTo(1);
      assertThat(manager.stateAt(new TurnNumber(3))).isEqualTo(manager.currentState());
      assertRefused(ErrorCode.TURN_OUT_OF_RANGE, () -> manager.stateAt(new TurnNumber(4)));
    }
  }

  @Test
  void the_history_of_a_range_goes_from_the_earliest_turn_on() {
    try (StateManager<Town> manager = store.stateline.create(TownRules.spec("town"))) {
      TownStore.play(manager, 5);

      try (Stream<TurnRecord> history =
          manager.history(new TurnRange(new TurnNumber(2), new TurnNumber(9)))) {
        assertThat(history.map(turn -> turn.turn().value())).containsExactly(2, 3, 4, 5);
      }
    }
  }

  @Test
  void a_checkpoint_names_the_current_state() {
    try (StateManager<Town> manager = store.stateline.create(TownRules.spec("town"))) {
      TownStore.play(manager, 2);
      CheckpointName name = new CheckpointName("before the war");
      Checkpoint saved = manager.saveCheckpoint(name);
      TownStore.play(manager, 2);

      assertThat(saved.kind()).isEqualTo(CheckpointKind.NAMED);
      assertThat(saved.turn()).isEqualTo(new TurnNumber(2));
      assertThat(manager.stateAt(name).year()).isEqualTo(2);
      assertRefused(ErrorCode.NAME_TAKEN, () -> manager.saveCheckpoint(name));
    }
  }

  @Test
  void an_unknown_checkpoint_is_not_found_and_named() {
    try (StateManager<Town> manager = store.stateline.create(TownRules.spec("town"))) {
      assertThatThrownBy(() -> manager.stateAt(new CheckpointName("nowhere")))
          .isInstanceOf(NotFoundException.class)
          .hasMessage("simulation 'town' has no checkpoint 'nowhere'");
    }
  }

  @Test
  void a_checkpoint_is_written_with_its_turn_or_neither_is() {
    try (StateManager<Town> manager = store.stateline.create(TownRules.spec("town"))) {
      NewTurn<Town> plain = next(manager);
      NewTurn<Town> turn =
          new NewTurn<>(
              plain.actions(),
              plain.result(),
              plain.processingTime(),
              Optional.of(CheckpointRequest.automatic(new TurnNumber(1))));
      manager.addState(turn);

      assertThat(manager.stateAt(new CheckpointName("auto-1")).year()).isEqualTo(1);
      assertRefused(ErrorCode.NAME_TAKEN, () -> manager.addState(turn));
      assertThat(stored(manager).turn()).isEqualTo(new TurnNumber(1));
    }
  }

  @Test
  void a_simulation_that_is_not_there_cannot_be_opened() {
    assertRefused(
        ErrorCode.SIMULATION_NOT_FOUND, () -> store.open(new SimulationId(new UUID(0, 1))));
  }

  @Test
  void a_version_of_the_format_below_1_is_refused() {
    assertThatThrownBy(() -> new StateFormat<>(TownRules.CODEC, 0))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("1 or more, not 0");
  }
}
