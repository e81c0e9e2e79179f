package dev.stateline.domain.commit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stateline.domain.checkpoint.Checkpoint;
import dev.stateline.domain.checkpoint.CheckpointKind;
import dev.stateline.domain.document.Document;
import dev.stateline.domain.document.Sha256;
import dev.stateline.domain.error.InvalidInputException;
import dev.stateline.domain.history.Segment;
import dev.stateline.domain.naming.CheckpointId;
import dev.stateline.domain.naming.CheckpointName;
import dev.stateline.domain.naming.SegmentId;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.naming.SimulationName;
import dev.stateline.domain.simulation.NewFork;
import dev.stateline.domain.simulation.NewSimulation;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.turn.ChainHash;
import dev.stateline.domain.turn.Content;
import dev.stateline.domain.turn.Intervention;
import dev.stateline.domain.turn.Provenance;
import dev.stateline.domain.turn.State;
import dev.stateline.domain.turn.StateRef;
import dev.stateline.domain.turn.Transition;
import dev.stateline.domain.turn.Turn;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What is to be stored holds no document whose form was only promised, on every adapter. */
class PromisedDocumentsTest {

  private static final Document GOOD = Document.EMPTY_OBJECT;
  private static final Document BAD = Document.ofTrusted("{\"gdp\":NaN}".getBytes(UTF_8));
  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
  private static final SimulationId SIMULATION = new SimulationId(new UUID(0, 1));
  private static final SegmentId SEGMENT = new SegmentId(new UUID(0, 2));
  private static final Provenance PROVENANCE =
      new Provenance("engine", "1", Sha256.ofUtf8("parameters"), 7);

  private final Segment root = Segment.root(SEGMENT, SIMULATION, 7, NOW);
  private final State initial = state(0, GOOD, ChainHash.initial(Optional.empty(), GOOD.hash()));

  private static void assertRefused(String name, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith(name + ": a document is JSON in the form of RFC 8785: ");
  }

  private static State state(int turn, Document document, ChainHash chainHash) {
    return new State(
        SIMULATION,
        new StateRef(SEGMENT, new TurnNumber(turn), chainHash),
        Optional.empty(),
        Content.of(document),
        1,
        PROVENANCE,
        NOW);
  }

  private NewSimulation simulation(Document config, Document metadata, State first) {
    return new NewSimulation(
        new SimulationName("town"), config, metadata, Optional.empty(), root, first);
  }

  private TurnCommit commit(Document document, Document actions, Document outcomes) {
    Transition transition = Transition.of(actions, outcomes, Duration.ZERO, NOW);
    ChainHash chainHash =
        initial
            .chainHash()
            .next(new TurnNumber(1), Optional.empty(), document.hash(), transition.hash());
    Turn turn = new Turn(state(1, document, chainHash), Optional.of(transition));
    return new TurnCommit(new WriterEpoch(1), initial.ref(), turn, Optional.empty());
  }

  @Test
  void no_simulation() {
    assertRefused("the config", () -> simulation(BAD, GOOD, initial));
    assertRefused("the metadata", () -> simulation(GOOD, BAD, initial));
    State first = state(0, BAD, ChainHash.initial(Optional.empty(), BAD.hash()));
    assertRefused("the initial state", () -> simulation(GOOD, GOOD, first));
  }

  @Test
  void no_turn() {
    assertRefused("the state", () -> commit(BAD, GOOD, GOOD));
    assertRefused("the actions", () -> commit(GOOD, BAD, GOOD));
    assertRefused("the outcomes", () -> commit(GOOD, GOOD, BAD));
  }

  @Test
  void no_fork() {
    Segment branch =
        new Segment(
            new SegmentId(new UUID(0, 3)),
            new SimulationId(new UUID(0, 4)),
            Optional.of(SEGMENT),
            Optional.of(TurnNumber.ZERO),
            Optional.empty(),
            NOW);
    NewFork.Builder fork = NewFork.of(new SimulationName("fork"), branch, initial.ref());
    assertRefused("the metadata", () -> fork.metadata(BAD).build());
    assertRefused("the config", () -> fork.metadata(GOOD).config(BAD).build());
  }

  @Test
  void no_checkpoint_and_no_intervention() {
    assertRefused(
        "the metadata",
        () ->
            new Checkpoint(
                new CheckpointId(new UUID(0, 5)),
                SIMULATION,
                new CheckpointName("start"),
                CheckpointKind.NAMED,
                initial.ref(),
                NOW,
                BAD));
    assertRefused("the patch of an intervention", () -> new Intervention("ana", "a test", BAD));
  }
}
