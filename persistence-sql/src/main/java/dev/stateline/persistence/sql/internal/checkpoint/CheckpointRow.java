package dev.stateline.persistence.sql.internal.checkpoint;

import dev.stateline.domain.checkpoint.Checkpoint;
import dev.stateline.domain.checkpoint.CheckpointKind;
import dev.stateline.domain.document.Document;
import dev.stateline.domain.document.Sha256;
import dev.stateline.domain.error.InvalidInputException;
import dev.stateline.domain.naming.CheckpointId;
import dev.stateline.domain.naming.CheckpointName;
import dev.stateline.domain.naming.SegmentId;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.turn.ChainHash;
import dev.stateline.domain.turn.StateRef;
import dev.stateline.persistence.sql.dialect.DamagedColumnException;
import dev.stateline.persistence.sql.internal.payload.Payload;
import dev.stateline.persistence.sql.internal.row.RowChecksum;
import dev.stateline.persistence.sql.internal.row.Seal;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/**
 * A row of {@code checkpoint_records}.
 *
 * @param segmentId null if there is no such segment
 * @param rowChecksum only in what was read
 */
public record CheckpointRow(
    UUID id,
    UUID simulationId,
    String name,
    String kind,
    UUID segmentId,
    int turnNumber,
    Sha256 chainHash,
    Instant createdAt,
    Seal rowChecksum,
    Payload metadata) {

  public static CheckpointRow of(Checkpoint checkpoint) {
    return new CheckpointRow(
        checkpoint.id().value(),
        checkpoint.simulation().value(),
        checkpoint.name().value(),
        checkpoint.kind().name().toLowerCase(Locale.ROOT),
        checkpoint.state().segment().value(),
        checkpoint.turn().value(),
        checkpoint.state().chainHash().value(),
        checkpoint.createdAt(),
        null,
        new Payload(checkpoint.metadata().bytes()));
  }

  /** The checksum that the row is written with. */
  public Seal seal() {
    return checksum().seal();
  }

  private RowChecksum checksum() {
    return new RowChecksum("checkpoint_records")
        .with("id", id)
        .with("simulation_id", simulationId)
        .with("name", name)
        .with("kind", kind)
        .with("segment", segmentId)
        .with("turn_number", turnNumber)
        .with("chain_hash", chainHash)
        .with("created_at", createdAt)
        .withDocument("metadata", metadata);
  }

  /**
   * @throws DamagedColumnException if a column was changed since the row was sealed
   */
  public void requireSeal() throws DamagedColumnException {
    checksum().require(rowChecksum);
  }

  /**
   * The checkpoint as the row says.
   *
   * @throws DamagedColumnException if a column holds what no write left; says which checkpoint's
   */
  public Checkpoint toCheckpoint() throws DamagedColumnException {
    if (segmentId == null) {
      throw new DamagedColumnException(
          "checkpoint_records.segment", "there is no such segment as " + called() + " names");
    }
    try {
      requireSeal();
    } catch (DamagedColumnException e) {
      throw new DamagedColumnException(
          e.column(), "a column of " + called() + " was changed; 'checkpoint delete' removes it");
    }
    return new Checkpoint(
        new CheckpointId(id),
        new SimulationId(simulationId),
        new CheckpointName(name),
        CheckpointKind.valueOf(kind.toUpperCase(Locale.ROOT)),
        new StateRef(
            new SegmentId(segmentId), new TurnNumber(turnNumber), new ChainHash(chainHash)),
        createdAt,
        Document.ofTrusted(metadata.bytes()));
  }

  /** By its name, or by its id where that is no name. */
  public String called() {
    try {
      return "checkpoint '" + new CheckpointName(name) + "'";
    } catch (InvalidInputException | NullPointerException e) {
      return called(id);
    }
  }

  static String called(UUID id) {
    return "checkpoint '" + id + "'";
  }
}
