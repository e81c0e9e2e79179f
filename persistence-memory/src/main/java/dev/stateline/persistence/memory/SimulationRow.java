package dev.stateline.persistence.memory;

import dev.stateline.domain.checkpoint.Checkpoint;
import dev.stateline.domain.checkpoint.CheckpointName;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.NotFoundException;
import dev.stateline.domain.history.Head;
import dev.stateline.domain.history.TurnRange;
import dev.stateline.domain.simulation.NewSimulation;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.simulation.SimulationId;
import dev.stateline.domain.simulation.SimulationName;
import dev.stateline.domain.simulation.SimulationStatus;
import dev.stateline.domain.simulation.StatusChange;
import dev.stateline.domain.simulation.WriterEpoch;
import dev.stateline.domain.simulation.WriterIdentity;
import dev.stateline.domain.state.State;
import dev.stateline.domain.state.TurnNumber;
import java.util.HashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A simulation as it is now. To be used inside the {@link Gate}. */
final class SimulationRow {

  private final NewSimulation origin;
  private final Map<CheckpointName, Checkpoint> checkpoints = new HashMap<>();
  private SimulationStatus status = SimulationStatus.CREATED;
  private Optional<String> statusReason = Optional.empty();
  private Optional<TurnNumber> targetTurn;
  private SegmentRow segment;
  private StoredTurn last;
  private WriterEpoch epoch = WriterEpoch.NONE;
  private Optional<WriterIdentity> writer = Optional.empty();

  SimulationRow(NewSimulation origin) {
    this.origin = origin;
    targetTurn = origin.targetTurn();
    segment = new SegmentRow(origin.root(), origin.id(), Optional.empty());
    add(StoredTurn.initial(origin.initial()));
  }

  SimulationId id() {
    return origin.id();
  }

  SimulationName name() {
    return origin.name();
  }

  SimulationStatus status() {
    return status;
  }

  WriterEpoch epoch() {
    return epoch;
  }

  Optional<WriterIdentity> writer() {
    return writer;
  }

  Map<CheckpointName, Checkpoint> checkpoints() {
    return checkpoints;
  }

  /** The state that its head stands on. */
  State headState() {
    return last.state();
  }

  Head head() {
    State state = last.state();
    return new Head(
        segment.id(), state.turn(), state.id(), state.chainHash(), last.provenanceHash());
  }

  Simulation describe() {
    return new Simulation(
        origin.id(),
        origin.name(),
        status,
        statusReason,
        origin.config(),
        last.state().provenance().seed(),
        origin.metadata(),
        targetTurn,
        head(),
        epoch,
        writer,
        origin.initial().createdAt());
  }

  void add(StoredTurn turn) {
    segment.add(turn);
    last = turn;
  }

  void change(StatusChange change) {
    status = change.status();
    statusReason = change.reason();
    targetTurn = change.targetTurn().or(() -> targetTurn);
  }

  WriterEpoch openedBy(WriterIdentity identity) {
    epoch = epoch.next();
    writer = Optional.of(identity);
    return epoch;
  }

  /** Ends the right of this epoch; one that was taken over has none left to end. */
  void closedBy(WriterEpoch former) {
    if (epoch.equals(former)) {
      writer = Optional.empty();
    }
  }

  /** Its history in a range, from the earliest turn to the head as it is now. */
  List<Stretch> lineage(TurnRange range) {
    return lineage().stream().flatMap(stretch -> stretch.within(range).stream()).toList();
  }

  /** All of its history, from turn 0 to the head as it is now. */
  List<Stretch> lineage() {
    LinkedList<Stretch> stretches = new LinkedList<>();
    TurnNumber to = last.state().turn();
    for (SegmentRow s = segment; s != null; s = s.parent().orElse(null)) {
      // A segment that has no turn yet begins after the head.
      if (!s.first().isAfter(to)) {
        stretches.addFirst(new Stretch(s, new TurnRange(s.first(), to)));
        to = s.branchTurn().orElse(to);
      }
    }
    return stretches;
  }

  /**
   * @throws NotFoundException TURN_OUT_OF_RANGE after the head
   */
  StoredTurn at(TurnNumber turn) {
    TurnNumber end = last.state().turn();
    if (turn.isAfter(end)) {
      throw new NotFoundException(
          ErrorCode.TURN_OUT_OF_RANGE,
          "simulation '" + name() + "' has no turn " + turn + "; its head is turn " + end);
    }
    SegmentRow holder = segment;
    while (holder.first().isAfter(turn)) {
      holder = holder.parent().orElseThrow();
    }
    return holder.at(turn);
  }

  /** Whether a segment that goes with the other simulation is part of its history. */
  boolean restsOn(SimulationRow other) {
    return lineage().stream().anyMatch(s -> s.segment().owner().equals(other.id()));
  }
}
