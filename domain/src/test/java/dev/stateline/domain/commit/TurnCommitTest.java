package dev.stateline.domain.commit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stateline.domain.checkpoint.Checkpoint;
import dev.stateline.domain.checkpoint.CheckpointKind;
import dev.stateline.domain.document.Document;
import dev.stateline.domain.document.Sha256;
import dev.stateline.domain.error.InvalidInputException;
import dev.stateline.domain.naming.CheckpointId;
import dev.stateline.domain.naming.CheckpointName;
import dev.stateline.domain.naming.SegmentId;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.turn.ChainHash;
import dev.stateline.domain.turn.Content;
import dev.stateline.domain.turn.Provenance;
import dev.stateline.domain.turn.State;
import dev.stateline.domain.turn.StateRef;
import dev.stateline.domain.turn.Transition;
import dev.stateline.domain.turn.Turn;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TurnCommitTest {

  private static final SimulationId WORLD = new SimulationId(new UUID(1, 1));
  private static final SegmentId SEGMENT = new SegmentId(new UUID(2, 1));
  private static final Content STATE = Content.of(Document.EMPTY_OBJECT);
  private static final Content LOG = Content.of(Document.EMPTY_ARRAY);
  private static final ChainHash BEFORE =
      ChainHash.initial(Optional.empty(), Document.EMPTY_OBJECT.hash());
  private static final StateRef HEAD = new StateRef(SEGMENT, new TurnNumber(4), BEFORE);

  private static Turn turn(int number, Content state, Content actions, Content outcomes) {
    Transition transition = new Transition(actions, outcomes, Duration.ZERO, Instant.EPOCH);
    TurnNumber turn = new TurnNumber(number);
    ChainHash chain = BEFORE.next(turn, Optional.empty(), state.hash(), transition.hash());
    return turn(new StateRef(SEGMENT, turn, chain), state, transition);
  }

  private static Turn turn(StateRef ref, Content content, Transition transition) {
    return new Turn(
        new State(
            WORLD,
            ref,
            Optional.empty(),
            content,
            1,
            new Provenance("engine", "1", Document.EMPTY_OBJECT.hash(), 7),
            Instant.EPOCH),
        Optional.of(transition));
  }

  private static Turn next() {
    return turn(5, STATE, LOG, LOG);
  }

  private static Checkpoint checkpoint(SimulationId simulation, StateRef state) {
    return new Checkpoint(
        new CheckpointId(new UUID(5, 1)),
        simulation,
        CheckpointName.automatic(state.turn()),
        CheckpointKind.AUTOMATIC,
        state,
        Instant.EPOCH,
        Document.EMPTY_OBJECT);
  }

  private static TurnCommit commit(StateRef head, Turn turn, Checkpoint checkpoint) {
    return new TurnCommit(new WriterEpoch(1), head, turn, Optional.ofNullable(checkpoint));
  }

  private static void assertRefused(StateRef head, Turn turn, Checkpoint checkpoint, String what) {
    assertThatThrownBy(() -> commit(head, turn, checkpoint))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageEndingWith("does not follow from the expected head: " + what);
  }

  @Test
  void a_turn_that_follows_from_the_head_makes_a_commit() {
    StateRef state = next().state().ref();
    TurnCommit commit = commit(HEAD, next(), checkpoint(WORLD, state));

    assertThat(commit.state().turn()).isEqualTo(new TurnNumber(5));
    assertThat(commit.simulation()).isEqualTo(WORLD);
    assertThat(commit.checkpoint().orElseThrow().name()).hasToString("auto-5");
  }

  @Test
  void a_head_on_the_segment_that_was_branched_from_is_followed_too() {
    StateRef shared = new StateRef(new SegmentId(new UUID(2, 2)), HEAD.turn(), HEAD.chainHash());

    assertThat(commit(shared, next(), null).state().segment()).isEqualTo(SEGMENT);
  }

  @Test
  void another_turn_than_the_next_is_refused() {
    assertRefused(HEAD, turn(4, STATE, LOG, LOG), null, "its number");
    assertRefused(HEAD, turn(6, STATE, LOG, LOG), null, "its number");
  }

  @Test
  void a_chain_hash_that_does_not_follow_is_refused() {
    ChainHash wrong = new ChainHash(Sha256.ofUtf8("wrong"));
    Turn turn = next();
    StateRef otherHead = new StateRef(SEGMENT, HEAD.turn(), wrong);
    StateRef otherTurn = new StateRef(SEGMENT, turn.state().turn(), wrong);

    assertRefused(otherHead, turn, null, "its chain hash");
    assertRefused(
        HEAD, turn(otherTurn, STATE, turn.transition().orElseThrow()), null, "its chain hash");
  }

  @Test
  void a_turn_without_one_of_its_documents_is_refused() {
    Content noState = Content.pruned(STATE.hash());
    Content noLog = Content.pruned(LOG.hash());
    String what = "a document that was pruned";

    assertRefused(HEAD, turn(5, noState, LOG, LOG), null, what);
    assertRefused(HEAD, turn(5, STATE, noLog, LOG), null, what);
    assertRefused(HEAD, turn(5, STATE, LOG, noLog), null, what);
  }

  @Test
  void a_checkpoint_of_another_place_or_content_or_simulation_is_refused() {
    StateRef state = next().state().ref();
    StateRef otherContent = new StateRef(SEGMENT, state.turn(), BEFORE);
    SimulationId other = new SimulationId(new UUID(1, 2));

    assertRefused(HEAD, next(), checkpoint(WORLD, HEAD), "the checkpoint");
    assertRefused(HEAD, next(), checkpoint(WORLD, otherContent), "the checkpoint");
    assertRefused(HEAD, next(), checkpoint(other, state), "the checkpoint");
  }

  @Test
  void turn_0_is_no_commit() {
    State initial =
        new State(
            WORLD,
            new StateRef(SEGMENT, TurnNumber.ZERO, BEFORE),
            Optional.empty(),
            STATE,
            1,
            new Provenance("engine", "1", Document.EMPTY_OBJECT.hash(), 7),
            Instant.EPOCH);

    assertRefused(HEAD, new Turn(initial, Optional.empty()), null, "its number");
  }
}
