package dev.stateline.persistence.sql.internal.simulation;

import dev.stateline.domain.history.Segment;
import dev.stateline.domain.naming.SegmentId;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.persistence.sql.dialect.DamagedColumnException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A segment of a simulation's lineage, with the simulation's head.
 *
 * @param parent the number of the segment that it branches from
 * @param parentSegmentId the id of that; null if there is none
 */
record LineageRow(
    UUID headSegmentId,
    int headTurn,
    UUID id,
    UUID simulationId,
    Long parent,
    UUID parentSegmentId,
    Integer branchTurn,
    Long seed,
    Instant createdAt) {

  Segment segment() throws DamagedColumnException {
    if (parent != null && parentSegmentId == null) {
      throw new DamagedColumnException("segments.parent", "there is no such segment");
    }
    return new Segment(
        new SegmentId(id),
        new SimulationId(simulationId),
        Optional.ofNullable(parentSegmentId).map(SegmentId::new),
        Optional.ofNullable(branchTurn).map(TurnNumber::new),
        Optional.ofNullable(seed),
        createdAt);
  }
}
