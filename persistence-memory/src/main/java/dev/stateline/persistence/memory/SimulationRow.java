package dev.stateline.persistence.memory;

import dev.stateline.domain.checkpoint.Checkpoint;
import dev.stateline.domain.commit.WriterEpoch;
import dev.stateline.domain.commit.WriterIdentity;
import dev.stateline.domain.document.Document;
import dev.stateline.domain.error.ConflictException;
import dev.stateline.domain.error.NotFoundException;
import dev.stateline.domain.history.Head;
import dev.stateline.domain.history.Lineage;
import dev.stateline.domain.history.Segment;
import dev.stateline.domain.naming.CheckpointName;
import dev.stateline.domain.naming.SegmentId;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.naming.SimulationName;
import dev.stateline.domain.simulation.NewFork;
import dev.stateline.domain.simulation.NewSimulation;
import dev.stateline.domain.simulation.Rollback;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.simulation.SimulationStatus;
import dev.stateline.domain.simulation.StatusChange;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.time.TurnRange;
import dev.stateline.domain.turn.StateRef;
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

  /**
   * @param parent the segment that holds the branch turn
   * @param base the turn that the fork branches from
   */
  SimulationRow(NewFork fork, SegmentRow parent, StoredTurn base) {
    id = fork.id();
    name = fork.name();
    config = fork.config();
    metadata = fork.metadata();
    createdAt = fork.createdAt();
    targetTurn = fork.targetTurn();
    segment = new SegmentRow(fork.segment(), Optional.of(parent));
    last = base;
    fork.first().map(StoredTurn::of).ifPresent(this::add);
  }

  /** What a rollback leaves behind: archived, its head where that of the other is. */
  private SimulationRow(Rollback.Tail tail, SimulationRow of) {
    id = tail.id();
    name = tail.name();
    config = of.config;
    metadata = of.metadata;
    createdAt = tail.segment().createdAt();
    targetTurn = of.targetTurn;
    segment = new SegmentRow(tail.segment(), Optional.of(of.segmentAt(of.last.state().turn())));
    last = of.last;
    status = SimulationStatus.ARCHIVED;
    statusReason = Optional.of(tail.reason(of.name, of.last.state().turn()));
  }

  /** The archived simulation of a rollback, with the checkpoints that lie after the turn. */
  SimulationRow leave(Rollback.Tail tail, TurnNumber turn) {
    SimulationRow left = new SimulationRow(tail, this);
    for (Checkpoint c : List.copyOf(checkpoints.values())) {
      if (c.turn().isAfter(turn)) {
        checkpoints.remove(c.name());
        left.checkpoints.put(c.name(), c.ownedBy(left.id));
      }
    }
    return left;
  }

  /** Puts the head on a new segment that branches from an earlier turn. */
  void rollBackTo(Segment head) {
    TurnNumber turn = head.branchTurn().orElseThrow();
    StoredTurn base = at(turn);
    checkpoints.values().removeIf(c -> c.turn().isAfter(turn));
    segment = new SegmentRow(head, Optional.of(segmentAt(turn)));
    last = base;
    status = status.afterRollback();
    statusReason = Optional.empty();
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

  /**
   * @throws ConflictException WRITER_FENCED, naming the holder
   */
  void requireWriter(WriterEpoch claimed) {
    if (!isWriter(claimed)) {
      throw ConflictException.fenced(name, writer);
    }
  }

  /** Whether the epoch is in force, and its session open. */
  boolean isWriter(WriterEpoch claimed) {
    return epoch.equals(claimed) && writer.isPresent();
  }

  Optional<WriterIdentity> writer() {
    return writer;
  }

  Map<CheckpointName, Checkpoint> checkpoints() {
    return checkpoints;
  }

  Head head() {
    return new Head(segment.id(), last.state().ref(), last.provenanceHash());
  }

  Simulation describe() {
    return Simulation.of(id, name, head(), seed(), createdAt)
        .status(status, statusReason)
        .config(config)
        .metadata(metadata)
        .targetTurn(targetTurn)
        .writer(epoch, writer)
        .build();
  }

  private long seed() {
    return lineage().seedAt(last.state().turn().next());
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
    return new Lineage(segments().stream().map(SegmentRow::segment).toList(), last.state().turn());
  }

  /** The segments of its lineage. */
  List<SegmentRow> segments() {
    LinkedList<SegmentRow> segments = new LinkedList<>();
    for (SegmentRow s = segment; s != null; s = s.parent().orElse(null)) {
      segments.addFirst(s);
    }
    return segments;
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
      throw NotFoundException.turn(turn.value(), end.value());
    }
    return segmentAt(turn).at(turn);
  }

  /** Whether its history has this very state, and no other in its place. */
  boolean has(StateRef state) {
    if (state.turn().isAfter(last.state().turn())) {
      return false;
    }
    return at(state.turn()).state().ref().equals(state);
  }

  /** The segment that holds a turn up to the head. */
  SegmentRow segmentAt(TurnNumber turn) {
    SegmentRow holder = segment;
    while (holder.segment().firstTurn().isAfter(turn)) {
      holder = holder.parent().orElseThrow();
    }
    return holder;
  }

  /** Whether a segment that the other simulation began is part of its history. */
  boolean restsOn(SimulationRow other) {
    return lineage().segments().stream().anyMatch(s -> s.simulation().equals(other.id()));
  }
}
