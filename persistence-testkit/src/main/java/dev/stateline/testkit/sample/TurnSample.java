package dev.stateline.testkit.sample;

import dev.stateline.domain.checkpoint.Checkpoint;
import dev.stateline.domain.checkpoint.CheckpointKind;
import dev.stateline.domain.commit.TurnCommit;
import dev.stateline.domain.commit.WriterEpoch;
import dev.stateline.domain.document.Document;
import dev.stateline.domain.naming.SegmentId;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.time.SimulatedTime;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.turn.Action;
import dev.stateline.domain.turn.ChainHash;
import dev.stateline.domain.turn.Content;
import dev.stateline.domain.turn.Outcome;
import dev.stateline.domain.turn.Provenance;
import dev.stateline.domain.turn.State;
import dev.stateline.domain.turn.StateRef;
import dev.stateline.domain.turn.Transition;
import dev.stateline.domain.turn.Turn;
import dev.stateline.domain.turn.TurnLog;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Describes a turn that is to be committed; what is not said follows from the state before it. Not
 * thread-safe.
 */
public final class TurnSample {

  private final Samples samples;
  private final State head;
  private final WriterEpoch epoch;
  private SimulationId simulation;
  private SegmentId segment;
  private final TurnNumber turn;
  private Document document;
  private Document actions;
  private Document outcomes;
  private Provenance provenance;
  private Optional<SimulatedTime> time = Optional.empty();
  private Optional<ChainHash> chainHash = Optional.empty();
  private Optional<String> checkpoint = Optional.empty();
  private CheckpointKind checkpointKind = CheckpointKind.NAMED;
  private Duration processingTime = Duration.ofMillis(7);
  private int stateVersion;
  private Instant createdAt;

  TurnSample(Samples samples, State head, WriterEpoch epoch) {
    this.samples = samples;
    this.head = head;
    this.epoch = epoch;
    simulation = head.simulation();
    segment = head.segment();
    turn = head.turn().next();
    provenance = head.provenance();
    stateVersion = head.stateVersion();
    createdAt = samples.now();
    document = Samples.city(100 + turn.value());
    Document detail = Samples.document("{\"turn\":" + turn + "}");
    actions = TurnLog.ofActions(List.of(new Action("mayor", "build", detail)));
    outcomes = TurnLog.ofOutcomes(List.of(new Outcome("city", "grew", detail)));
  }

  public TurnSample document(Document value) {
    document = value;
    return this;
  }

  public TurnSample actions(Document value) {
    actions = value;
    return this;
  }

  public TurnSample outcomes(Document value) {
    outcomes = value;
    return this;
  }

  public TurnSample provenance(Provenance value) {
    provenance = value;
    return this;
  }

  /** The state's simulated time, in ISO 8601. */
  public TurnSample time(String value) {
    time = Optional.of(new SimulatedTime(Instant.parse(value)));
    return this;
  }

  public TurnSample processingTime(Duration value) {
    processingTime = value;
    return this;
  }

  public TurnSample stateVersion(int value) {
    stateVersion = value;
    return this;
  }

  public TurnSample createdAt(Instant value) {
    createdAt = value;
    return this;
  }

  /** Asks for a checkpoint of the state in the same commit. */
  public TurnSample checkpoint(String name, CheckpointKind kind) {
    checkpoint = Optional.of(name);
    checkpointKind = kind;
    return this;
  }

  /** Another simulation than the one that wrote the head. */
  public TurnSample simulation(SimulationId value) {
    simulation = value;
    return this;
  }

  /** Another segment than the head's. */
  public TurnSample segment(SegmentId value) {
    segment = value;
    return this;
  }

  /** Another chain hash than the right one; for {@link #buildTurn} only, no commit takes it. */
  public TurnSample chainHash(ChainHash value) {
    chainHash = Optional.of(value);
    return this;
  }

  /** The turn, without anything that a commit says beside it. */
  public Turn buildTurn() {
    Transition transition = Transition.of(actions, outcomes, processingTime, createdAt);
    ChainHash chain =
        chainHash.orElseGet(
            () -> head.chainHash().next(turn, time, document.hash(), transition.hash()));
    State state =
        new State(
            simulation,
            new StateRef(segment, turn, chain),
            time,
            Content.of(document),
            stateVersion,
            provenance,
            createdAt);
    return new Turn(state, Optional.of(transition));
  }

  /** The commit, with new ids at every call. */
  public TurnCommit build() {
    Turn next = buildTurn();
    Optional<Checkpoint> named =
        checkpoint.map(name -> samples.checkpoint(next.state(), name, checkpointKind));
    return new TurnCommit(epoch, head.ref(), next, named);
  }
}
