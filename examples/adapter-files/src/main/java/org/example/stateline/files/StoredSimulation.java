package org.example.stateline.files;

import dev.stateline.domain.commit.WriterEpoch;
import dev.stateline.domain.commit.WriterIdentity;
import dev.stateline.domain.document.Document;
import dev.stateline.domain.error.ConflictException;
import dev.stateline.domain.error.NotFoundException;
import dev.stateline.domain.history.Head;
import dev.stateline.domain.history.Segment;
import dev.stateline.domain.naming.CheckpointName;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.naming.SimulationName;
import dev.stateline.domain.simulation.NewSimulation;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.simulation.SimulationStatus;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.time.TurnRange;
import dev.stateline.domain.turn.StateRef;
import dev.stateline.domain.turn.Turn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A simulation as the records that were read so far leave it. */
final class StoredSimulation {

  private final SimulationName name;
  private final StoredDocument config;
  private final StoredDocument metadata;
  private final long seed;
  private final List<StoredTurn> turns = new ArrayList<>();
  private final Map<CheckpointName, StoredCheckpoint> checkpoints = new HashMap<>();
  private SimulationStatus status = SimulationStatus.CREATED;
  private Optional<String> statusReason = Optional.empty();
  private Optional<TurnNumber> targetTurn;
  private WriterEpoch epoch = WriterEpoch.NONE;
  private Optional<WriterIdentity> writer = Optional.empty();
  private long writerRecord;

  private StoredSimulation(RecordReader in) {
    name = new SimulationName(in.text());
    config = in.document();
    metadata = in.document();
    seed = in.number();
    targetTurn = in.optional(() -> new TurnNumber((int) in.number()));
    turns.add(StoredTurn.read(in));
  }

  static void write(RecordWriter out, NewSimulation simulation) {
    out.text(simulation.name().value())
        .document(simulation.config())
        .document(simulation.metadata())
        .number(simulation.root().seed().orElseThrow())
        .optional(simulation.targetTurn(), turn -> out.number(turn.value()));
    StoredTurn.write(out, new Turn(simulation.initial(), Optional.empty()));
  }

  static StoredSimulation read(RecordReader in) {
    return new StoredSimulation(in);
  }

  void readTurn(StoredTurn turn, RecordReader in) {
    turns.add(turn);
    in.optional(() -> StoredCheckpoint.read(in)).ifPresent(this::add);
  }

  void add(StoredCheckpoint checkpoint) {
    checkpoints.put(checkpoint.name(), checkpoint);
  }

  void readStatus(RecordReader in) {
    status = SimulationStatus.valueOf(in.text());
    statusReason = in.optional(in::text);
    targetTurn = in.optional(() -> new TurnNumber((int) in.number())).or(() -> targetTurn);
  }

  void readOpened(RecordReader in) {
    epoch = epoch.next();
    writer = Optional.of(new WriterIdentity(in.text()));
    writerRecord = in.offset();
  }

  void readClosed() {
    writer = Optional.empty();
  }

  SimulationId id() {
    return turns.get(0).simulation();
  }

  SimulationName name() {
    return name;
  }

  StoredDocument config() {
    return config;
  }

  StoredDocument metadata() {
    return metadata;
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

  /**
   * @throws ConflictException WRITER_FENCED, naming the holder
   */
  void requireWriter(WriterEpoch claimed) {
    if (!epoch.equals(claimed) || writer.isEmpty()) {
      throw ConflictException.fenced(name, writer);
    }
  }

  /** Where the record stands with which the last writer opened it. */
  long writerRecord() {
    return writerRecord;
  }

  Map<CheckpointName, StoredCheckpoint> checkpoints() {
    return checkpoints;
  }

  StoredTurn last() {
    return turns.get(turns.size() - 1);
  }

  Head head() {
    StoredTurn last = last();
    return new Head(last.ref().segment(), last.ref(), last.provenance().hash());
  }

  /** The one segment of its history. */
  Segment root() {
    return Segment.root(last().ref().segment(), id(), seed, createdAt());
  }

  /** Whether its history has this very state, and no other in its place. */
  boolean has(StateRef state) {
    return !state.turn().isAfter(last().turn()) && at(state.turn()).ref().equals(state);
  }

  /**
   * @throws NotFoundException TURN_OUT_OF_RANGE after the head
   */
  StoredTurn at(TurnNumber turn) {
    if (turn.isAfter(last().turn())) {
      throw NotFoundException.turn(turn.value(), last().turn().value());
    }
    return turns.get(turn.value());
  }

  /** A copy of its turns in a range, up to the head as it is now. */
  List<StoredTurn> turns(TurnRange range) {
    return new TurnRange(TurnNumber.ZERO, last().turn())
        .intersect(range)
        .map(r -> List.copyOf(turns.subList(r.from().value(), r.to().value() + 1)))
        .orElse(List.of());
  }

  Instant createdAt() {
    return turns.get(0).createdAt();
  }

  Simulation describe(Document loadedConfig, Document loadedMetadata) {
    return Simulation.of(id(), name, head(), seed, createdAt())
        .status(status, statusReason)
        .config(loadedConfig)
        .metadata(loadedMetadata)
        .targetTurn(targetTurn)
        .writer(epoch, writer)
        .build();
  }
}
