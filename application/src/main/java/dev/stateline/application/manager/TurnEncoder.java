package dev.stateline.application.manager;

import dev.stateline.application.observe.Amounts;
import dev.stateline.application.shared.Surroundings;
import dev.stateline.domain.checkpoint.Checkpoint;
import dev.stateline.domain.checkpoint.CheckpointKind;
import dev.stateline.domain.commit.TurnCommit;
import dev.stateline.domain.commit.WriterEpoch;
import dev.stateline.domain.document.Document;
import dev.stateline.domain.history.Head;
import dev.stateline.domain.history.Segment;
import dev.stateline.domain.measure.Operation;
import dev.stateline.domain.naming.CheckpointId;
import dev.stateline.domain.naming.CheckpointName;
import dev.stateline.domain.naming.SegmentId;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.simulation.NewSimulation;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.turn.ChainHash;
import dev.stateline.domain.turn.Content;
import dev.stateline.domain.turn.Provenance;
import dev.stateline.domain.turn.State;
import dev.stateline.domain.turn.StateRef;
import dev.stateline.domain.turn.Transition;
import dev.stateline.domain.turn.Turn;
import dev.stateline.domain.turn.TurnLog;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Writes typed turns in canonical bytes and computes their hashes. Thread-safe. */
final class TurnEncoder<S> {

  private final Surroundings surroundings;
  private final StateFormat<S> format;

  TurnEncoder(Surroundings surroundings, StateFormat<S> format) {
    this.surroundings = surroundings;
    this.format = format;
  }

  /** A simulation with its initial state. */
  NewSimulation initial(SimulationSpec<S> spec) {
    Document document = format.codec().encode(spec.initial().state());
    new RoundTrip<>(surroundings, format).requireSame(document);
    Instant now = surroundings.now();
    SimulationId id = new SimulationId(surroundings.ids().next());
    SegmentId segment = new SegmentId(surroundings.ids().next());
    Segment root = Segment.root(segment, id, spec.provenance().seed(), now);
    ChainHash chainHash = ChainHash.initial(spec.initial().simulatedTime(), document.hash());
    State initial =
        new State(
            id,
            new StateRef(segment, TurnNumber.ZERO, chainHash),
            spec.initial().simulatedTime(),
            Content.of(document),
            format.version(),
            spec.provenance(),
            now);
    return new NewSimulation(
        spec.name(), spec.config(), spec.metadata(), spec.targetTurn(), root, initial);
  }

  /** The turn after a head. */
  TurnCommit next(
      SimulationId simulation,
      WriterEpoch epoch,
      Head parent,
      NewTurn<S> turn,
      Provenance provenance) {
    return surroundings
        .measuring()
        .of(
            Operation.ENCODE,
            () -> encoded(simulation, epoch, parent, turn, provenance),
            Amounts::of);
  }

  private TurnCommit encoded(
      SimulationId simulation,
      WriterEpoch epoch,
      Head parent,
      NewTurn<S> turn,
      Provenance provenance) {
    Document document = format.codec().encode(turn.result().state());
    TurnNumber number = parent.turn().next();
    Instant now = surroundings.now();
    Transition transition =
        Transition.of(
            TurnLog.ofActions(turn.actions()),
            TurnLog.ofOutcomes(turn.result().outcomes()),
            turn.processingTime().truncatedTo(ChronoUnit.MILLIS),
            now);
    ChainHash chainHash =
        parent
            .chainHash()
            .next(number, turn.result().simulatedTime(), document.hash(), transition.hash());
    State state =
        new State(
            simulation,
            new StateRef(parent.segment(), number, chainHash),
            turn.result().simulatedTime(),
            Content.of(document),
            format.version(),
            provenance,
            now);
    return new TurnCommit(
        epoch,
        parent.state(),
        new Turn(state, Optional.of(transition)),
        turn.checkpoint()
            .map(wanted -> checkpoint(simulation, wanted.name(), wanted.kind(), state.ref())));
  }

  Checkpoint checkpoint(
      SimulationId simulation, CheckpointName name, CheckpointKind kind, StateRef state) {
    return new Checkpoint(
        new CheckpointId(surroundings.ids().next()),
        simulation,
        name,
        kind,
        state,
        surroundings.now(),
        Document.EMPTY_OBJECT);
  }
}
