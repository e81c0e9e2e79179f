package dev.stateline.domain.commit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stateline.domain.checkpoint.Checkpoint;
import dev.stateline.domain.checkpoint.CheckpointKind;
import dev.stateline.domain.document.Document;
import dev.stateline.domain.error.InvalidInputException;
import dev.stateline.domain.history.Segment;
import dev.stateline.domain.naming.CheckpointId;
import dev.stateline.domain.naming.CheckpointName;
import dev.stateline.domain.naming.SegmentId;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.naming.SimulationName;
import dev.stateline.domain.simulation.NewSimulation;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.turn.ChainHash;
import dev.stateline.domain.turn.Provenance;
import dev.stateline.domain.turn.State;
import dev.stateline.domain.turn.StateId;
import dev.stateline.domain.turn.Transition;
import dev.stateline.domain.turn.TransitionId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TurnCommitTest {

  private static final SimulationId WORLD = new SimulationId(new UUID(1, 1));
  private static final SimulationId OTHER = new SimulationId(new UUID(1, 2));
  private static final SegmentId SEGMENT = new SegmentId(new UUID(2, 1));
  private static final StateId BEFORE = new StateId(new UUID(3, 1));
  private static final StateId AFTER = new StateId(new UUID(3, 2));
  private static final StateId ELSEWHERE = new StateId(new UUID(3, 3));

  private static State state(int turn) {
    return new State(
        AFTER,
        WORLD,
        SEGMENT,
        new TurnNumber(turn),
        Optional.empty(),
        Document.EMPTY_OBJECT,
        1,
        ChainHash.initial(Optional.empty(), Document.EMPTY_OBJECT.hash()),
        new Provenance("engine", "1", Document.EMPTY_OBJECT.hash(), 7),
        Instant.EPOCH);
  }

  private static Transition transition(SimulationId simulation, StateId from, StateId to) {
    return new Transition(
        new TransitionId(new UUID(4, 1)),
        simulation,
        from,
        to,
        Document.EMPTY_ARRAY,
        Document.EMPTY_ARRAY,
        Duration.ZERO,
        Instant.EPOCH);
  }

  private static Checkpoint checkpoint(SimulationId simulation, int turn, StateId state) {
    return new Checkpoint(
        new CheckpointId(new UUID(5, 1)),
        simulation,
        CheckpointName.automatic(new TurnNumber(turn)),
        CheckpointKind.AUTOMATIC,
        new TurnNumber(turn),
        state,
        Instant.EPOCH,
        Document.EMPTY_OBJECT);
  }

  private static TurnCommit commit(
      State state, Transition transition, Optional<Checkpoint> checkpoint) {
    return new TurnCommit(new WriterEpoch(1), BEFORE, state, transition, checkpoint);
  }

  private static void assertRefused(
      State state, Transition transition, Optional<Checkpoint> checkpoint, String what) {
    assertThatThrownBy(() -> commit(state, transition, checkpoint))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("in a turn commit, " + what + " does not fit the state");
  }

  @Test
  void the_parts_of_one_turn_make_a_commit() {
    TurnCommit commit =
        commit(
            state(1), transition(WORLD, BEFORE, AFTER), Optional.of(checkpoint(WORLD, 1, AFTER)));

    assertThat(commit.state().turn()).isEqualTo(new TurnNumber(1));
    assertThat(commit.checkpoint().orElseThrow().name()).hasToString("auto-1");
  }

  @Test
  void a_transition_of_another_simulation_is_refused() {
    assertRefused(
        state(1),
        transition(OTHER, BEFORE, AFTER),
        Optional.empty(),
        "the transition's simulation");
  }

  @Test
  void a_transition_from_another_state_is_refused() {
    assertRefused(
        state(1),
        transition(WORLD, ELSEWHERE, AFTER),
        Optional.empty(),
        "the transition's beginning");
  }

  @Test
  void a_transition_to_another_state_is_refused() {
    assertRefused(
        state(1), transition(WORLD, BEFORE, ELSEWHERE), Optional.empty(), "the transition's end");
  }

  @Test
  void a_checkpoint_of_another_state_or_turn_or_simulation_is_refused() {
    Transition fitting = transition(WORLD, BEFORE, AFTER);

    assertRefused(
        state(1), fitting, Optional.of(checkpoint(WORLD, 1, ELSEWHERE)), "the checkpoint");
    assertRefused(state(1), fitting, Optional.of(checkpoint(WORLD, 2, AFTER)), "the checkpoint");
    assertRefused(state(1), fitting, Optional.of(checkpoint(OTHER, 1, AFTER)), "the checkpoint");
  }

  @Test
  void turn_0_is_no_commit() {
    assertThatThrownBy(() -> commit(state(0), transition(WORLD, BEFORE, AFTER), Optional.empty()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("turn 0");
  }

  @Test
  void a_negative_processing_time_is_refused() {
    assertThatThrownBy(
            () ->
                new Transition(
                    new TransitionId(new UUID(4, 1)),
                    WORLD,
                    BEFORE,
                    AFTER,
                    Document.EMPTY_ARRAY,
                    Document.EMPTY_ARRAY,
                    Duration.ofNanos(-1),
                    Instant.EPOCH))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("not negative");
  }

  @Test
  void a_new_simulation_begins_with_turn_0_on_a_root_segment_of_its_own() {
    Segment root = Segment.root(SEGMENT, WORLD, Instant.EPOCH);

    assertThat(begun(root, state(0)).id()).isEqualTo(WORLD);
    assertNoBeginning(root, state(1));
    assertNoBeginning(Segment.root(new SegmentId(new UUID(2, 2)), WORLD, Instant.EPOCH), state(0));
    assertNoBeginning(
        Segment.root(SEGMENT, new SimulationId(new UUID(2, 2)), Instant.EPOCH), state(0));
    assertNoBeginning(
        new Segment(
            SEGMENT,
            WORLD,
            Optional.of(new SegmentId(new UUID(2, 2))),
            Optional.of(TurnNumber.ZERO),
            Instant.EPOCH),
        state(0));
  }

  private static NewSimulation begun(Segment root, State initial) {
    return new NewSimulation(
        new SimulationName("world"),
        Document.EMPTY_OBJECT,
        Document.EMPTY_OBJECT,
        Optional.empty(),
        root,
        initial);
  }

  private static void assertNoBeginning(Segment root, State initial) {
    assertThatThrownBy(() -> begun(root, initial))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("turn 0 on a root segment");
  }

  @Test
  void a_segment_has_both_a_parent_and_a_branch_turn_or_neither() {
    assertThatThrownBy(
            () ->
                new Segment(SEGMENT, WORLD, Optional.of(SEGMENT), Optional.empty(), Instant.EPOCH))
        .isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(
            () ->
                new Segment(
                    SEGMENT, WORLD, Optional.empty(), Optional.of(TurnNumber.ZERO), Instant.EPOCH))
        .isInstanceOf(InvalidInputException.class);
  }
}
