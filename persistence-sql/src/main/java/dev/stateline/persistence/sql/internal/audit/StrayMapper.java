package dev.stateline.persistence.sql.internal.audit;

import dev.stateline.persistence.sql.internal.simulation.SegmentRow;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Select;

/** SQL for rows that no simulation leads to. */
interface StrayMapper {

  /** Ids of all simulations, for nothing but that each can be read. */
  @Select("SELECT id FROM ${schema}.simulation_records")
  List<UUID> ids();

  @Select(
      """
      SELECT count(*) FROM ${schema}.heads h WHERE NOT EXISTS (
        SELECT 1 FROM ${schema}.simulation_records s WHERE s.id = h.simulation_id)
      """)
  int headsOfNobody();

  @Select(
      """
      SELECT count(*) FROM ${schema}.segments g WHERE NOT EXISTS (
        SELECT 1 FROM ${schema}.simulation_records s WHERE s.id = g.simulation_id)
      """)
  int segmentsOfNobody();

  @Select(
      """
      SELECT count(*) FROM ${schema}.segments g WHERE g.parent IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM ${schema}.segments p WHERE p.number = g.parent)
      """)
  int segmentsOfNoParent();

  /** Segments from which no way leads back to a first one, though each has a parent. */
  @Select(
      """
      WITH RECURSIVE rooted (number) AS (
        SELECT number FROM ${schema}.segments WHERE parent IS NULL
        UNION
        SELECT g.number FROM rooted r JOIN ${schema}.segments g ON g.parent = r.number
      )
      SELECT count(*) FROM ${schema}.segments g
      WHERE NOT EXISTS (SELECT 1 FROM rooted r WHERE r.number = g.number)
      """)
  int segmentsInCircles();

  @Select(
      """
      SELECT count(*) FROM ${schema}.checkpoint_records c
      WHERE c.turn_number < 0 OR NOT EXISTS (
        SELECT 1 FROM ${schema}.simulation_records s WHERE s.id = c.simulation_id)
      """)
  int checkpointsOfNobody();

  @Select(
      """
      SELECT count(*) FROM ${schema}.turns t WHERE NOT EXISTS (
        SELECT 1 FROM ${schema}.segments g WHERE g.number = t.segment)
      """)
  int turnsOfNoSegment();

  String NEEDED =
      """
      WITH needed (segment, last) AS (
        SELECT segment, max(turn) FROM (
          SELECT segment, turn_number AS turn FROM ${schema}.heads
          UNION ALL SELECT state_segment, turn_number FROM ${schema}.heads
          UNION ALL SELECT parent, branch_turn FROM ${schema}.segments WHERE parent IS NOT NULL
        ) uses GROUP BY segment)
      """;

  /**
   * Turns after the last one that a head or a branch needs, on segments that are no head's, or
   * before the first one of their segment. What lies after a head is told of its simulation.
   */
  @Select(
      NEEDED
          + """
      SELECT count(*) FROM ${schema}.turns t JOIN ${schema}.segments g ON g.number = t.segment
      LEFT JOIN needed n ON n.segment = t.segment
      WHERE t.turn_number <= coalesce(g.branch_turn, -1)
        OR (t.turn_number > coalesce(n.last, -1)
          AND NOT EXISTS (SELECT 1 FROM ${schema}.heads h WHERE h.segment = t.segment))
      """)
  int turnsOfNoHistory();

  /** Heads that are lost, or name no turn: what they lead to is nobody's only because of that. */
  @Select(
      """
      SELECT count(*) FROM ${schema}.simulation_records s
      LEFT JOIN ${schema}.heads h ON h.simulation_id = s.id
      LEFT JOIN ${schema}.turns t ON t.segment = h.state_segment AND t.turn_number = h.turn_number
      WHERE t.turn_number IS NULL
      """)
  int lostHeads();

  /** Segments that no head leads to, with what is needed to check each row. */
  @Select(
      """
      WITH RECURSIVE led (number) AS (
        SELECT segment FROM ${schema}.heads
        UNION
        SELECT g.parent FROM led l JOIN ${schema}.segments g ON g.number = l.number
        WHERE g.parent IS NOT NULL
      )
      SELECT g.id, g.simulation_id, g.parent, parent.id AS parent_segment_id, g.branch_turn,
             g.seed, g.created_at, g.seed_in_force, parent.seed_in_force AS parent_seed, g.row_checksum
      FROM ${schema}.segments g
      LEFT JOIN ${schema}.segments parent ON parent.number = g.parent
      WHERE NOT EXISTS (SELECT 1 FROM led l WHERE l.number = g.number)
      """)
  List<SegmentRow> segmentsOfNoHistory();
}
