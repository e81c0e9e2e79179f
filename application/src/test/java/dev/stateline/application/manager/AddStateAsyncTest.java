package dev.stateline.application.manager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stateline.application.testworld.Town;
import dev.stateline.application.testworld.TownRules;
import dev.stateline.application.testworld.TownStore;
import dev.stateline.codec.JacksonStateCodec;
import dev.stateline.domain.commit.Committed;
import dev.stateline.domain.commit.TakeOver;
import dev.stateline.domain.error.ConflictException;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.FailureException;
import dev.stateline.domain.error.NotFoundException;
import dev.stateline.domain.naming.CheckpointName;
import dev.stateline.domain.naming.SimulationName;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.simulation.StatusChange;
import dev.stateline.domain.time.TurnNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Turns that are written while the caller goes on. */
class AddStateAsyncTest {

  private final TownStore store = new TownStore();

  @AfterEach
  void close() {
    store.close();
  }

  private static CompletionStage<Committed> addAsync(StateManager<Town> manager) {
    return manager.addStateAsync(
        TownRules.turn(manager.currentState(), manager.tip().turn().value() + 1));
  }

  private static <T> T join(CompletionStage<T> stage) {
    return stage.toCompletableFuture().join();
  }

  private static void assertFenced(ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOf(CompletionException.class)
        .hasCauseInstanceOf(ConflictException.class)
        .satisfies(
            e ->
                assertThat(((ConflictException) e.getCause()).code())
                    .isEqualTo(ErrorCode.WRITER_FENCED));
  }

  @Test
  void they_are_the_turns_that_are_added_one_by_one() {
    Simulation plain = store.played("plain", 20);
    List<CompletionStage<Committed>> added = new ArrayList<>();
    try (StateManager<Town> manager = store.stateline.create(TownRules.spec("async"))) {
      for (int turn = 1; turn <= 20; turn++) {
        added.add(addAsync(manager));
        assertThat(manager.tip().turn()).isEqualTo(new TurnNumber(turn));
        assertThat(manager.lastState().ref()).isEqualTo(manager.tip().state());
      }
      manager.drain();
      assertThat(manager.head()).isEqualTo(manager.tip());
      assertThat(added).allSatisfy(stage -> assertThat(stage.toCompletableFuture()).isCompleted());
      assertThat(join(added.get(6)).head().turn()).isEqualTo(new TurnNumber(7));
      assertThat(store.chain(manager.simulation().id())).isEqualTo(store.chain(plain.id()));
    }
  }

  @Test
  void turns_that_were_encoded_before_are_handed_over_as_well() {
    try (StateManager<Town> manager = store.stateline.create(TownRules.spec("town"))) {
      EncodedTurn encoded = manager.encode(TownRules.turn(manager.currentState(), 1));
      assertThat(join(manager.commitAsync(encoded)).head()).isEqualTo(manager.head());
      assertThatThrownBy(() -> join(manager.commitAsync(encoded)))
          .hasCauseInstanceOf(ConflictException.class)
          .hasMessageContaining("turn 1");
      assertThat(join(addAsync(manager)).head().turn()).isEqualTo(new TurnNumber(2));
    }
  }

  @Test
  void whatever_else_is_done_waits_until_they_are_durable() {
    try (StateManager<Town> manager = store.stateline.create(TownRules.spec("town"))) {
      addAsync(manager);
      assertThat(manager.saveCheckpoint(new CheckpointName("one")).turn().value()).isEqualTo(1);
      addAsync(manager);
      assertThat(manager.fork(new TurnNumber(2), new SimulationName("fork")).head().turn())
          .isEqualTo(new TurnNumber(2));
      addAsync(manager);
      TownStore.play(manager, 1);
      assertThat(manager.head().turn()).isEqualTo(new TurnNumber(4));
      addAsync(manager);
      manager.changeStatus(StatusChange.running(new TurnNumber(9)));
      assertThat(manager.head().turn()).isEqualTo(new TurnNumber(5));
      addAsync(manager);
      manager.rollbackTo(new TurnNumber(2), new SimulationName("tail"));
      assertThat(manager.tip()).isEqualTo(manager.head());
      assertThat(store.stateline.simulations().find("tail").head().turn().value()).isEqualTo(6);
      addAsync(manager);
    }
    assertThat(store.stateline.simulations().find("town").head().turn().value()).isEqualTo(3);
  }

  @Test
  void a_state_of_the_past_is_read_when_they_are_durable() {
    try (StateManager<Town> manager = store.stateline.create(TownRules.spec("town"))) {
      addAsync(manager);
      Town last = manager.currentState();
      assertThat(join(manager.stateAtAsync(new TurnNumber(1)))).isEqualTo(last);
      assertThatThrownBy(() -> join(manager.stateAtAsync(new TurnNumber(2))))
          .hasCauseInstanceOf(NotFoundException.class);
    }
  }

  @Test
  void a_writer_that_was_taken_over_is_told_with_each_turn_and_once_more_by_a_drain() {
    try (StateManager<Town> manager = store.stateline.create(TownRules.spec("town"))) {
      join(addAsync(manager));
      try (StateManager<Town> successor = store.open(manager.simulation().id(), TakeOver.FORCE)) {
        CompletionStage<Committed> second = addAsync(manager);
        CompletionStage<Committed> third = addAsync(manager);
        assertFenced(() -> join(second));
        assertFenced(() -> join(third));
        assertFenced(() -> join(addAsync(manager)));
        assertThatThrownBy(manager::drain).isInstanceOf(ConflictException.class);
        assertThat(manager.tip()).isEqualTo(manager.head());
        manager.drain();
        assertThat(successor.head().turn()).isEqualTo(new TurnNumber(1));
      }
    }
  }

  interface Piece {}

  record Pawn(int row) implements Piece {}

  record Board(List<Piece> pieces) {}

  @Test
  void a_state_that_cannot_be_read_back_is_not_stored_nor_what_follows_it() {
    StateFormat<Board> format = new StateFormat<>(JacksonStateCodec.of(Board.class), 1);
    SimulationSpec<Board> spec =
        SimulationSpec.of(
                new SimulationName("board"), format, new Board(List.of()), TownRules.PROVENANCE)
            .build();
    try (StateManager<Board> manager = store.stateline.create(spec)) {
      CompletionStage<Committed> unreadable =
          manager.addStateAsync(NewTurn.of(new Board(List.of(new Pawn(8)))));
      CompletionStage<Committed> next = manager.addStateAsync(NewTurn.of(new Board(List.of())));
      for (CompletionStage<Committed> failed : List.of(unreadable, next)) {
        assertThatThrownBy(() -> join(failed))
            .hasCauseInstanceOf(FailureException.class)
            .hasMessageContaining("/pieces/0");
      }
      assertThatThrownBy(manager::drain).isInstanceOf(FailureException.class);
      assertThat(manager.addState(NewTurn.of(new Board(List.of()))).head().turn().value())
          .isEqualTo(1);
    }
  }
}
