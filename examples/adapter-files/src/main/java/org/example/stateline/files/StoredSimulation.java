package org.example.stateline.files;

import dev.stateline.domain.naming.CheckpointName;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.NotFoundException;
import dev.stateline.domain.history.Head;
import dev.stateline.domain.time.TurnRange;
import dev.stateline.domain.simulation.NewSimulation;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.naming.SimulationName;
import dev.stateline.domain.simulation.SimulationStatus;
import dev.stateline.domain.commit.WriterEpoch;
import dev.stateline.domain.commit.WriterIdentity;
import dev.stateline.domain.document.Document;
import dev.stateline.domain.time.TurnNumber;
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
    targetTurn = in.optional(() -> new TurnNumber((int) in.number()));
    turns.add(StoredTurn.read(in));
  }

  static void write(RecordWriter out, NewSimulation simulation) {
    out.text(simulation.name().value())
        .document(simulation.config())
        .document(simulation.metadata())
        .optional(simulation.targetTurn(), turn -> out.number(turn.value()));
    StoredTurn.write(out, simulation.initial(), Optional.empty());
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
    return new Head(
        last.segment(), last.turn(), last.id(), last.chainHash(), last.provenance().hash());
  }

  /**
   * @throws NotFoundException TURN_OUT_OF_RANGE after the head
   */
  StoredTurn at(TurnNumber turn) {
    if (turn.isAfter(last().turn())) {
      throw new NotFoundException(
          ErrorCode.TURN_OUT_OF_RANGE,
          "simulation '" + name + "' has no turn " + turn + "; its head is turn " + last().turn());
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
    return new Simulation(
        id(),
        name,
        status,
        statusReason,
        loadedConfig,
        last().provenance().seed(),
        loadedMetadata,
        targetTurn,
        head(),
        epoch,
        writer,
        createdAt());
  }
}
