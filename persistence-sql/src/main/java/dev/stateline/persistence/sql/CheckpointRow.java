package dev.stateline.persistence.sql;

import dev.stateline.domain.checkpoint.Checkpoint;
import dev.stateline.domain.checkpoint.CheckpointKind;
import dev.stateline.domain.document.Document;
import dev.stateline.domain.naming.CheckpointId;
import dev.stateline.domain.naming.CheckpointName;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.turn.StateId;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/** A row of {@code checkpoints}. */
record CheckpointRow(
    UUID id,
    UUID simulationId,
    String name,
    String kind,
    int turnNumber,
    UUID stateId,
    Instant createdAt,
    String rowChecksum,
    Payload metadata) {

  static CheckpointRow of(Checkpoint checkpoint) {
    CheckpointRow row =
        new CheckpointRow(
            checkpoint.id().value(),
            checkpoint.simulation().value(),
            checkpoint.name().value(),
            checkpoint.kind().name().toLowerCase(Locale.ROOT),
            checkpoint.turn().value(),
            checkpoint.state().value(),
            checkpoint.createdAt(),
            null,
            new Payload(checkpoint.metadata().bytes()));
    return new CheckpointRow(
        row.id,
        row.simulationId,
        row.name,
        row.kind,
        row.turnNumber,
        row.stateId,
        row.createdAt,
        row.checksum(),
        row.metadata);
  }

  /** The same checkpoint as another simulation has it. */
  CheckpointRow ownedBy(SimulationId owner) throws DamagedColumnException {
    return of(toCheckpoint().ownedBy(owner));
  }

  /**
   * @throws DamagedColumnException if a column was changed since the row was sealed
   */
  void requireSeal() throws DamagedColumnException {
    if (!checksum().equals(rowChecksum)) {
      throw new DamagedColumnException("checkpoints.row_checksum", RowChecksum.BROKEN);
    }
  }

  String checksum() {
    return new RowChecksum("checkpoints")
        .with("id", id)
        .with("simulation_id", simulationId)
        .with("name", name)
        .with("kind", kind)
        .with("turn_number", turnNumber)
        .with("state_id", stateId)
        .with("created_at", createdAt)
        .with("metadata", metadata)
        .text();
  }

  Checkpoint toCheckpoint() throws DamagedColumnException {
    return new Checkpoint(
        new CheckpointId(id),
        new SimulationId(simulationId),
        new CheckpointName(name),
        kindValue(),
        new TurnNumber(turnNumber),
        new StateId(stateId),
        createdAt,
        Document.ofCanonical(metadata.bytes()));
  }

  private CheckpointKind kindValue() throws DamagedColumnException {
    try {
      return CheckpointKind.valueOf(kind.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new DamagedColumnException(
          "checkpoints.kind", "'" + kind + "' is no kind of checkpoint");
    }
  }
}
