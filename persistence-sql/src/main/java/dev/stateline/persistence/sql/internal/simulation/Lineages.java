package dev.stateline.persistence.sql.internal.simulation;

import dev.stateline.domain.history.Lineage;
import dev.stateline.domain.history.Segment;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.persistence.sql.dialect.DamagedColumnException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.ibatis.session.SqlSession;

/** Reads lineages, with one query each. */
public final class Lineages {

  private Lineages() {}

  /**
   * The lineage of a simulation.
   *
   * @throws dev.stateline.domain.error.NotFoundException SIMULATION_NOT_FOUND
   * @throws DamagedColumnException if a segment is missing, or they lead in a circle
   * @throws IllegalArgumentException if the segments are no chain
   */
  public static Lineage of(SqlSession session, SimulationId id) throws DamagedColumnException {
    List<LineageRow> rows = session.getMapper(SegmentMapper.class).lineage(id.value());
    if (rows.isEmpty()) {
      SimulationRows.required(session, id);
      throw new DamagedColumnException("heads.segment", "there is no such segment");
    }
    return chained(rows);
  }

  /** The last turn that is stored where a head leads to, whatever turn it names; empty for none. */
  public static Optional<TurnNumber> lastTurn(SqlSession session, SimulationId id) {
    return Optional.ofNullable(session.getMapper(SimulationMapper.class).findLastTurn(id.value()))
        .map(last -> last.head().turn());
  }

  /** Rows of one lineage in any order, each with the head that they lead to. */
  static Lineage chained(List<LineageRow> rows) throws DamagedColumnException {
    Map<UUID, LineageRow> byId = new HashMap<>();
    rows.forEach(row -> byId.put(row.id(), row));
    List<Segment> segments = new ArrayList<>(rows.size());
    Set<UUID> passed = new HashSet<>();
    LineageRow head = rows.get(0);
    for (UUID next = head.headSegmentId(); next != null; ) {
      if (!passed.add(next)) {
        throw new DamagedColumnException("segments.parent", "the segments lead in a circle");
      }
      LineageRow row = byId.get(next);
      if (row == null) {
        throw new DamagedColumnException("segments.parent", "there is no such segment");
      }
      segments.add(row.segment());
      next = row.parentSegmentId();
    }
    Collections.reverse(segments);
    return new Lineage(segments, new TurnNumber(head.headTurn()));
  }
}
