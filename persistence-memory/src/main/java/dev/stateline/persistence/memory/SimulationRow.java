package dev.stateline.persistence.memory;

import dev.stateline.domain.checkpoint.Checkpoint;
import dev.stateline.domain.checkpoint.CheckpointName;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.NotFoundException;
import dev.stateline.domain.history.Head;
import dev.stateline.domain.history.Lineage;
import dev.stateline.domain.history.Segment;
import dev.stateline.domain.history.SegmentId;
import dev.stateline.domain.history.TurnRange;
import dev.stateline.domain.simulation.NewSimulation;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.simulation.SimulationId;
import dev.stateline.domain.simulation.SimulationName;
import dev.stateline.domain.simulation.SimulationStatus;
import dev.stateline.domain.simulation.StatusChange;
import dev.stateline.domain.simulation.WriterEpoch;
import dev.stateline.domain.simulation.WriterIdentity;
import dev.stateline.domain.state.Document;
import dev.stateline.domain.state.State;
import dev.stateline.domain.state.TurnNumber;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A simulation as it is now. To be used inside the {@link Gate}. */
final class SimulationRow {

  private final SimulationId id;
  private final SimulationName name;
  private final Document config;
  private final Document metadata;
  private final Instant createdAt;
  private final Map<CheckpointName, Checkpoint> checkpoints = new HashMap<>();
  private SimulationStatus status = SimulationStatus.CREATED;
  private Optional<String> statusReason = Optional.empty();
  private Optional<TurnNumber> targetTurn;
  private SegmentRow segment;
  private StoredTurn last;
  private WriterEpoch epoch = WriterEpoch.NONE;
  private Optional<WriterIdentity> writer = Optional.empty();

  SimulationRow(NewSimulation origin) {
    id = origin.id();
    name = origin.name();
    config = origin.config();
    metadata = origin.metadata();
    createdAt = origin.initial().createdAt();
    targetTurn = origin.targetTurn();
    segment = new SegmentRow(origin.root(), Optional.empty());
    add(StoredTurn.initial(origin.initial()));
  }

  /** One that is taken in, as far as it is here: its head stands on a turn of this segment. */
  SimulationRow(Simulation imported, SegmentRow segment, StoredTurn last) {
    id = imported.id();
    name = imported.name();
    config = imported.config();
    metadata = imported.metadata();
    createdAt = imported.createdAt();
    targetTurn = imported.targetTurn();
    this.segment = segment;
    this.last = last;
  }

  SimulationId id() {
    return id;
  }

  SimulationName name() {
    return name;
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
        id,
        name,
        status,
        statusReason,
        config,
        last.state().provenance().seed(),
        metadata,
        targetTurn,
        head(),
        epoch,
        writer,
        createdAt);
  }

  void add(StoredTurn turn) {
    segment.add(turn);
    last = turn;
  }

  /** Puts the head, which does not move, on a segment that branches from it or later. */
  void moveTo(SegmentRow other) {
    segment = other;
  }

  /** Takes the status and target of the simulation that it was taken in from. */
  void become(Simulation imported) {
    status = imported.status();
    statusReason = imported.statusReason();
    targetTurn = imported.targetTurn();
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
  List<Stretch> stretches(TurnRange range) {
    return stretches().stream().flatMap(stretch -> stretch.within(range).stream()).toList();
  }

  /** All of its history, from turn 0 to the head as it is now. */
  private List<Stretch> stretches() {
    LinkedList<Stretch> stretches = new LinkedList<>();
    TurnNumber to = last.state().turn();
    for (SegmentRow s = segment; s != null; s = s.parent().orElse(null)) {
      // A segment that has no turn yet begins after the head.
      if (!s.segment().firstTurn().isAfter(to)) {
        stretches.addFirst(new Stretch(s, new TurnRange(s.segment().firstTurn(), to)));
      }
      to = s.segment().branchTurn().orElse(to);
    }
    return stretches;
  }

  /** Its segments from the root to the one that its head stands on, and the head's turn. */
  Lineage lineage() {
    LinkedList<Segment> segments = new LinkedList<>();
    for (SegmentRow s = segment; s != null; s = s.parent().orElse(null)) {
      segments.addFirst(s.segment());
    }
    return new Lineage(segments, last.state().turn());
  }

  /** A segment of its lineage. */
  Optional<SegmentRow> segment(SegmentId wanted) {
    SegmentRow s = segment;
    while (s != null && !s.id().equals(wanted)) {
      s = s.parent().orElse(null);
    }
    return Optional.ofNullable(s);
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
    while (holder.segment().firstTurn().isAfter(turn)) {
      holder = holder.parent().orElseThrow();
    }
    return holder.at(turn);
  }

  /** Whether a segment that the other simulation began is part of its history. */
  boolean restsOn(SimulationRow other) {
    return lineage().segments().stream().anyMatch(s -> s.simulation().equals(other.id()));
  }
}
