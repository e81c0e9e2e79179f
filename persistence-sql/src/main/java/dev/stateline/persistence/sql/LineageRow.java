package dev.stateline.persistence.sql;

import dev.stateline.domain.history.Lineage;
import dev.stateline.domain.history.Segment;
import dev.stateline.domain.naming.SegmentId;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.time.TurnNumber;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A segment of a simulation's lineage, with the simulation's head. */
record LineageRow(
    UUID headSegmentId,
    int headTurn,
    UUID id,
    UUID simulationId,
    UUID parentSegmentId,
    Integer branchTurn,
    Instant createdAt) {

  /**
   * @param rows in any order, at least one
   * @throws DamagedColumnException if a segment is missing
   * @throws IllegalArgumentException if they are no chain
   */
  static Lineage toLineage(List<LineageRow> rows) throws DamagedColumnException {
    Map<UUID, LineageRow> byId = new HashMap<>();
    rows.forEach(row -> byId.put(row.id, row));
    List<Segment> segments = new ArrayList<>(rows.size());
    LineageRow head = rows.get(0);
    // Removed once used, so that rows that refer to each other in a circle come to an end.
    for (UUID next = head.headSegmentId; next != null; ) {
      LineageRow row = byId.remove(next);
      if (row == null) {
        throw new DamagedColumnException("segments.parent_segment_id", "there is no such segment");
      }
      segments.add(row.segment());
      next = row.parentSegmentId;
    }
    Collections.reverse(segments);
    return new Lineage(segments, new TurnNumber(head.headTurn));
  }

  private Segment segment() {
    return new Segment(
        new SegmentId(id),
        new SimulationId(simulationId),
        Optional.ofNullable(parentSegmentId).map(SegmentId::new),
        Optional.ofNullable(branchTurn).map(TurnNumber::new),
        createdAt);
  }
}
