package dev.stateline.persistence.sql;

import dev.stateline.domain.history.Segment;
import dev.stateline.domain.naming.SegmentId;
import dev.stateline.domain.time.TurnNumber;
import java.time.Instant;
import java.util.UUID;

/** A row of {@code segments}; {@code simulationId} names the simulation that began it. */
record SegmentRow(
    UUID id,
    UUID simulationId,
    UUID parentSegmentId,
    Integer branchTurn,
    Instant createdAt,
    String rowChecksum) {

  static SegmentRow of(Segment segment) {
    SegmentRow row =
        new SegmentRow(
            segment.id().value(),
            segment.simulation().value(),
            segment.parent().map(SegmentId::value).orElse(null),
            segment.branchTurn().map(TurnNumber::value).orElse(null),
            segment.createdAt(),
            null);
    return new SegmentRow(
        row.id,
        row.simulationId,
        row.parentSegmentId,
        row.branchTurn,
        row.createdAt,
        row.checksum());
  }

  String checksum() {
    return new RowChecksum("segments")
        .with("id", id)
        .with("simulation_id", simulationId)
        .with("parent_segment_id", parentSegmentId)
        .with("branch_turn", branchTurn)
        .with("created_at", createdAt)
        .text();
  }
}
