package dev.stateline.persistence.sql;

import dev.stateline.domain.commit.WriterEpoch;
import dev.stateline.domain.commit.WriterIdentity;
import dev.stateline.domain.document.Document;
import dev.stateline.domain.document.Sha256;
import dev.stateline.domain.history.Head;
import dev.stateline.domain.naming.SegmentId;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.naming.SimulationName;
import dev.stateline.domain.simulation.ImportedSimulation;
import dev.stateline.domain.simulation.NewFork;
import dev.stateline.domain.simulation.NewSimulation;
import dev.stateline.domain.simulation.Rollback;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.simulation.SimulationStatus;
import dev.stateline.domain.simulation.StatusChange;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.turn.ChainHash;
import dev.stateline.domain.turn.StateId;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * A row of {@code simulations}, with the hashes and the seed of its head's state. The column {@code
 * seed} is the seed that the simulation began with, which a fork may have been given anew.
 *
 * <p>The checksum leaves out the head, which is proven by the states, and the writer's description.
 */
record SimulationRow(
    UUID id,
    String name,
    Instant createdAt,
    String status,
    String statusReason,
    long seed,
    Integer targetTurn,
    UUID headSegmentId,
    int headTurn,
    UUID headStateId,
    long writerEpoch,
    String writer,
    String rowChecksum,
    Payload config,
    Payload metadata,
    Sha256 chainHash,
    Sha256 provenanceHash,
    Long stateSeed,
    Integer stateTurn,
    UUID stateSimulationId) {

  /** The status of one that is not whole yet; no status of the domain's. */
  private static final String IMPORTING = "importing";

  static SimulationRow of(NewSimulation simulation) {
    return new SimulationRow(
            simulation.id().value(),
            simulation.name().value(),
            simulation.initial().createdAt(),
            SimulationStatus.CREATED.text(),
            null,
            simulation.initial().provenance().seed(),
            simulation.targetTurn().map(TurnNumber::value).orElse(null),
            simulation.root().id().value(),
            0,
            simulation.initial().id().value(),
            WriterEpoch.NONE.value(),
            null,
            null,
            new Payload(simulation.config().bytes()),
            new Payload(simulation.metadata().bytes()),
            simulation.initial().chainHash().value(),
            simulation.initial().provenance().hash(),
            simulation.initial().provenance().seed(),
            0,
            simulation.id().value())
        .sealed();
  }

  /**
   * One that is being imported, as far as it is here.
   *
   * @param at the state that its head stands on
   */
  static SimulationRow importing(ImportedSimulation wanted, UUID segment, int turn, UUID at) {
    Simulation simulation = wanted.simulation();
    return new SimulationRow(
            simulation.id().value(),
            simulation.name().value(),
            simulation.createdAt(),
            IMPORTING,
            null,
            seedOf(wanted),
            simulation.targetTurn().map(TurnNumber::value).orElse(null),
            segment,
            turn,
            at,
            WriterEpoch.NONE.value(),
            null,
            null,
            new Payload(simulation.config().bytes()),
            new Payload(simulation.metadata().bytes()),
            null,
            null,
            null,
            null,
            null)
        .sealed();
  }

  /** The seed that it began with, as far as can be told of a fork: the one in force. */
  private static long seedOf(ImportedSimulation wanted) {
    return wanted.initial().simulation().equals(wanted.id())
        ? wanted.initial().provenance().seed()
        : wanted.simulation().seed();
  }

  static SimulationRow of(NewFork fork) {
    return branched(
        fork.id(),
        fork.name(),
        fork.createdAt(),
        SimulationStatus.CREATED,
        null,
        fork.seed(),
        fork.targetTurn().map(TurnNumber::value).orElse(null),
        fork.segment().id().value(),
        fork.headTurn().value(),
        fork.headState().value(),
        new Payload(fork.config().bytes()),
        new Payload(fork.metadata().bytes()));
  }

  /** What a rollback leaves behind: archived, its head where this one's is. */
  SimulationRow left(Rollback.Tail tail) throws DamagedColumnException {
    return branched(
        tail.id(),
        tail.name(),
        tail.segment().createdAt(),
        SimulationStatus.ARCHIVED,
        tail.reason(new SimulationName(name), new TurnNumber(headTurn)),
        toSimulation().seed(),
        targetTurn,
        tail.segment().id().value(),
        headTurn,
        headStateId,
        config,
        metadata);
  }

  private static SimulationRow branched(
      SimulationId id,
      SimulationName name,
      Instant createdAt,
      SimulationStatus status,
      String reason,
      long seed,
      Integer target,
      UUID segment,
      int turn,
      UUID state,
      Payload config,
      Payload metadata) {
    return new SimulationRow(
            id.value(),
            name.value(),
            createdAt,
            status.text(),
            reason,
            seed,
            target,
            segment,
            turn,
            state,
            WriterEpoch.NONE.value(),
            null,
            null,
            config,
            metadata,
            null,
            null,
            null,
            null,
            null)
        .sealed();
  }

  SimulationRow rolledBack() throws DamagedColumnException {
    return copy(statusValue().afterRollback().text(), null, targetTurn, writerEpoch, writer);
  }

  boolean isImporting() {
    return status.equals(IMPORTING);
  }

  /** Whole, as it is where it was taken from, and nobody's to write. */
  SimulationRow published(Simulation simulation) {
    return copy(
        simulation.status().text(),
        simulation.statusReason().orElse(null),
        simulation.targetTurn().map(TurnNumber::value).orElse(null),
        writerEpoch,
        null);
  }

  SimulationRow with(StatusChange change) {
    return copy(
        change.status().text(),
        change.reason().orElse(null),
        change.targetTurn().map(TurnNumber::value).orElse(targetTurn),
        writerEpoch,
        writer);
  }

  SimulationRow opened(WriterEpoch epoch, WriterIdentity by) {
    return copy(status, statusReason, targetTurn, epoch.value(), by.description());
  }

  private SimulationRow copy(
      String newStatus, String reason, Integer target, long epoch, String newWriter) {
    return new SimulationRow(
            id,
            name,
            createdAt,
            newStatus,
            reason,
            seed,
            target,
            headSegmentId,
            headTurn,
            headStateId,
            epoch,
            newWriter,
            null,
            config,
            metadata,
            chainHash,
            provenanceHash,
            stateSeed,
            stateTurn,
            stateSimulationId)
        .sealed();
  }

  private SimulationRow sealed() {
    return new SimulationRow(
        id,
        name,
        createdAt,
        status,
        statusReason,
        seed,
        targetTurn,
        headSegmentId,
        headTurn,
        headStateId,
        writerEpoch,
        writer,
        checksum(),
        config,
        metadata,
        chainHash,
        provenanceHash,
        stateSeed,
        stateTurn,
        stateSimulationId);
  }

  String checksum() {
    return new RowChecksum("simulations")
        .with("id", id)
        .with("name", name)
        .with("created_at", createdAt)
        .with("status", status)
        .with("status_reason", statusReason)
        .with("seed", seed)
        .with("target_turn", targetTurn)
        .with("writer_epoch", writerEpoch)
        .with("config", config)
        .with("metadata", metadata)
        .text();
  }

  /**
   * @throws DamagedColumnException if a column was changed since the row was sealed
   */
  void requireSeal() throws DamagedColumnException {
    if (!checksum().equals(rowChecksum)) {
      throw new DamagedColumnException(
          "simulations.row_checksum", "a column of the row was changed; nothing is written to it");
    }
  }

  SimulationStatus statusValue() throws DamagedColumnException {
    if (isImporting()) {
      return SimulationStatus.CREATED;
    }
    try {
      return SimulationStatus.valueOf(status.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new DamagedColumnException("simulations.status", "'" + status + "' is no status");
    }
  }

  /** Whether this epoch is in force, and its writer has not closed. */
  boolean isWrittenBy(WriterEpoch other) {
    return writer != null && writerEpoch == other.value();
  }

  WriterEpoch epoch() {
    return new WriterEpoch(writerEpoch);
  }

  Simulation toSimulation() throws DamagedColumnException {
    if (chainHash == null) {
      throw new DamagedColumnException("simulations.head_state_id", "there is no such state");
    }
    if (stateTurn != headTurn) {
      throw new DamagedColumnException(
          "simulations.head_turn", "it is not the turn of the head's state");
    }
    if (provenanceHash == null) {
      throw new DamagedColumnException("states.provenance_id", "there is no such provenance");
    }
    return new Simulation(
        new SimulationId(id),
        new SimulationName(name),
        statusValue(),
        Optional.ofNullable(statusReason),
        Document.ofCanonical(config.bytes()),
        // A fork begins with the seed it was given; from its first own turn on, that turn says.
        id.equals(stateSimulationId) ? stateSeed : seed,
        Document.ofCanonical(metadata.bytes()),
        Optional.ofNullable(targetTurn).map(TurnNumber::new),
        new Head(
            new SegmentId(headSegmentId),
            new TurnNumber(headTurn),
            new StateId(headStateId),
            new ChainHash(chainHash),
            provenanceHash),
        epoch(),
        Optional.ofNullable(writer).map(WriterIdentity::new),
        createdAt);
  }
}
