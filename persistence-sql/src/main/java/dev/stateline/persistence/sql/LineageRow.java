package dev.stateline.persistence.sql;

import dev.stateline.domain.history.Lineage;
import dev.stateline.domain.history.SegmentId;
import dev.stateline.domain.history.TurnRange;
import dev.stateline.domain.state.TurnNumber;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

/**
 * One segment of a lineage: its first turn is the one after the branch turn, its last the child's
 * branch.
 */
record LineageRow(UUID segmentId, Integer branchTurn, int lastTurn) {

  /**
   * @param rows from the head back to the root
   */
  static Lineage toLineage(List<LineageRow> rows) {
    List<Lineage.Part> parts = new ArrayList<>(rows.size());
    for (LineageRow row : rows) {
      int first = row.branchTurn == null ? 0 : row.branchTurn + 1;
      if (first <= row.lastTurn) {
        parts.add(
            new Lineage.Part(
                new SegmentId(row.segmentId),
                new TurnRange(new TurnNumber(first), new TurnNumber(row.lastTurn))));
      }
    }
    Collections.reverse(parts);
    return new Lineage(parts);
  }
}
