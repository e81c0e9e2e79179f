package dev.stateline.persistence.sql.internal.simulation;

import dev.stateline.domain.history.Segment;
import dev.stateline.domain.naming.SegmentId;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.persistence.sql.dialect.DamagedColumnException;
import dev.stateline.persistence.sql.internal.row.RowChecksum;
import dev.stateline.persistence.sql.internal.row.Seal;
import java.time.Instant;
import java.util.UUID;

/**
 * A row of {@code segments}.
 *
 * @param simulationId the simulation that began it
 * @param parent the number of the segment that it branches from; only in what was read
 * @param seed the one that it was given; null for none
 * @param seedInForce only in what was read
 * @param parentSeed the seed in force on the segment that it branches from; only in what was read
 * @param rowChecksum only in what was read
 */
public record SegmentRow(
    UUID id,
    UUID simulationId,
    Long parent,
    UUID parentSegmentId,
    Integer branchTurn,
    Long seed,
    Instant createdAt,
    Long seedInForce,
    Long parentSeed,
    Seal rowChecksum) {

  public static SegmentRow of(Segment segment) {
    return new SegmentRow(
        segment.id().value(),
        segment.simulation().value(),
        null,
        segment.parent().map(SegmentId::value).orElse(null),
        segment.branchTurn().map(TurnNumber::value).orElse(null),
        segment.seed().orElse(null),
        segment.createdAt(),
        null,
        null,
        null);
  }

  private RowChecksum checksum() {
    return new RowChecksum("segments")
        .with("id", id)
        .with("simulation_id", simulationId)
        .with("parent", parentSegmentId)
        .with("branch_turn", branchTurn)
        .with("seed", seed)
        .with("created_at", createdAt);
  }

  /** The checksum that the row is written with. */
  public Seal seal() {
    return checksum().seal();
  }

  /**
   * @throws DamagedColumnException if a column was changed since the row was written
   */
  public void requireSeal() throws DamagedColumnException {
    if (!seal().equals(rowChecksum)) {
      throw new DamagedColumnException(
          "segments.row_checksum", "a column of segment " + id + " was changed");
    }
    if (parent != null && parentSegmentId == null) {
      throw new DamagedColumnException("segments.parent", "there is no such segment");
    }
    Long expected = seed == null ? parentSeed : seed;
    if (!seedInForce.equals(expected)) {
      throw new DamagedColumnException(
          "segments.seed_in_force", "it is not the seed given to segment " + id + " or before it");
    }
  }
}
