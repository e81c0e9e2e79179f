package dev.stateline.persistence.sql.internal.simulation;

import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

/** SQL on {@code segments}: lineages, and what rests on what. */
public interface SegmentMapper {

  /** The seed in force is the given one, or that of the segment that it branches from. */
  @Insert(
      """
      INSERT INTO ${schema}.segments (id, simulation_id, parent, branch_turn, seed, seed_in_force,
        created_at, row_checksum)
      VALUES (#{id}, #{simulationId},
        (SELECT number FROM ${schema}.segments WHERE id = #{parentSegmentId}), #{branchTurn}, #{seed},
        coalesce(#{seed},
          (SELECT seed_in_force FROM ${schema}.segments WHERE id = #{parentSegmentId})),
        #{createdAt}, #{seal})
      """)
  int insert(SegmentRow row);

  String LINEAGE =
      """
      WITH RECURSIVE lineage (number) AS (
        SELECT segment FROM ${schema}.heads WHERE simulation_id = #{simulation}
        UNION
        SELECT g.parent FROM lineage l JOIN ${schema}.segments g ON g.number = l.number
        WHERE g.parent IS NOT NULL
      )
      """;

  /**
   * The segments of a simulation's lineage, in no order; empty if there is no such simulation.
   * Where the head names what can be no turn of it, the last one that is stored stands for that.
   */
  @Select(
      LINEAGE
          + """
      SELECT hs.id AS head_segment_id,
             CASE WHEN h.turn_number BETWEEN coalesce(hs.branch_turn, 0) AND 1000000000
               THEN h.turn_number
               ELSE coalesce(
                 (SELECT max(t.turn_number) FROM ${schema}.turns t
                  WHERE t.segment = h.segment AND t.turn_number <= 1000000000),
                 CASE WHEN hs.branch_turn BETWEEN 0 AND 1000000000 THEN hs.branch_turn END,
                 0) END AS head_turn,
             g.id, g.simulation_id, g.parent, parent.id AS parent_segment_id, g.branch_turn, g.seed, g.created_at
      FROM ${schema}.simulation_records sim
      JOIN ${schema}.heads h ON h.simulation_id = sim.id
      JOIN ${schema}.segments hs ON hs.number = h.segment
      JOIN lineage l ON sim.status <> 'importing'
      JOIN ${schema}.segments g ON g.number = l.number
      LEFT JOIN ${schema}.segments parent ON parent.number = g.parent
      WHERE sim.id = #{simulation}
      """)
  List<LineageRow> lineage(UUID simulation);

  /** As {@link #lineage}, with what is needed to check each row. */
  @Select(
      LINEAGE
          + """
      SELECT g.id, g.simulation_id, g.parent, parent.id AS parent_segment_id, g.branch_turn,
             g.seed, g.created_at, g.seed_in_force, parent.seed_in_force AS parent_seed, g.row_checksum
      FROM lineage l JOIN ${schema}.segments g ON g.number = l.number
      LEFT JOIN ${schema}.segments parent ON parent.number = g.parent
      """)
  List<SegmentRow> segments(UUID simulation);

  /** The simulation that began a segment; null if there is no such segment. */
  @Select("SELECT simulation_id FROM ${schema}.segments WHERE id = #{id}")
  UUID findOwner(UUID id);

  /** The segment that another branches from; null if there is none. */
  @Select(
      """
      SELECT parent.id FROM ${schema}.segments g
      JOIN ${schema}.segments parent ON parent.number = g.parent
      WHERE g.id = #{id}
      """)
  UUID findParent(UUID id);

  @Select("SELECT count(*) FROM ${schema}.segments WHERE id = #{id}")
  int count(UUID id);

  /**
   * The segments of others that this simulation's own ones branch from, or that its head stands on,
   * as that of an import may; in the order of their owners, which are locked in turn.
   */
  @Select(
      """
      SELECT g.id FROM ${schema}.segments g
      WHERE g.simulation_id <> #{simulation}
        AND (g.number IN (
            SELECT parent FROM ${schema}.segments WHERE simulation_id = #{simulation})
          OR g.number = (SELECT segment FROM ${schema}.heads WHERE simulation_id = #{simulation}))
      ORDER BY g.simulation_id
      """)
  List<UUID> findParentsOfOthers(UUID simulation);

  /** The last turn of a segment that a head or a branch rests on; null if none does. */
  @Select(
      """
      SELECT max(turn) AS "heads.turn_number" FROM (
        SELECT h.turn_number AS turn FROM ${schema}.segments g
        JOIN ${schema}.heads h ON h.segment = g.number WHERE g.id = #{segment}
        UNION ALL
        SELECT h.turn_number AS turn FROM ${schema}.segments g
        JOIN ${schema}.heads h ON h.state_segment = g.number WHERE g.id = #{segment}
        UNION ALL
        SELECT child.branch_turn AS turn FROM ${schema}.segments g
        JOIN ${schema}.segments child ON child.parent = g.number WHERE g.id = #{segment}
      ) needed
      """)
  Integer findLastNeeded(UUID segment);

  /**
   * The name of another simulation that needs a turn of a segment after this one, be it through
   * segments that this simulation began and left.
   */
  @Select(
      """
      WITH RECURSIVE resting (number) AS (
        SELECT child.number FROM ${schema}.segments g
        JOIN ${schema}.segments child ON child.parent = g.number AND child.branch_turn > #{turn}
        WHERE g.id = #{segment}
        UNION
        SELECT g.number FROM resting r JOIN ${schema}.segments g ON g.parent = r.number
      )
      SELECT other.name FROM ${schema}.simulation_records other
      JOIN ${schema}.heads h ON h.simulation_id = other.id
      WHERE other.id <> #{simulation}
        AND (h.segment IN (SELECT number FROM resting)
          OR (h.segment = (SELECT number FROM ${schema}.segments WHERE id = #{segment})
            AND h.turn_number > #{turn}))
      ORDER BY 1 LIMIT 1
      """)
  String findDependentAfter(
      @Param("simulation") UUID simulation,
      @Param("segment") UUID segment,
      @Param("turn") int turn);

  /** The name of another simulation whose history rests on a segment that this one began. */
  @Select(
      """
      SELECT other.name FROM ${schema}.heads h
      JOIN ${schema}.segments g ON g.number = h.segment
      JOIN ${schema}.simulation_records other ON other.id = h.simulation_id
      WHERE other.id <> #{simulation} AND g.simulation_id = #{simulation}
      UNION
      SELECT other.name FROM ${schema}.segments child
      JOIN ${schema}.segments parent ON parent.number = child.parent
      JOIN ${schema}.simulation_records other ON other.id = child.simulation_id
      WHERE parent.simulation_id = #{simulation} AND child.simulation_id <> #{simulation}
      ORDER BY 1 LIMIT 1
      """)
  String findDependent(UUID simulation);

  @Delete("DELETE FROM ${schema}.segments WHERE id = #{id}")
  int delete(UUID id);

  @Delete("DELETE FROM ${schema}.segments WHERE simulation_id = #{simulation}")
  int deleteOf(UUID simulation);
}
