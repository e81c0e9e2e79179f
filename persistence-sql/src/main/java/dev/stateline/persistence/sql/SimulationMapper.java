package dev.stateline.persistence.sql;

import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

/** SQL on {@code simulations} and {@code segments}. */
interface SimulationMapper {

  String SELECT =
      """
      SELECT sim.id, sim.name, sim.created_at, sim.status, sim.status_reason, sim.seed,
             sim.target_turn, sim.head_segment_id, sim.head_turn, sim.head_state_id,
             sim.writer_epoch, sim.writer, sim.row_checksum, sim.config, sim.metadata,
             s.chain_hash, p.provenance_hash, p.seed AS state_seed,
             s.turn_number AS state_turn, s.simulation_id AS state_simulation_id
      FROM simulations sim
      LEFT JOIN states s ON s.id = sim.head_state_id
      LEFT JOIN provenances p ON p.id = s.provenance_id
      """;

  /** One that is being imported is nobody's business until it is published. */
  String SELECT_WHERE = SELECT + "WHERE sim.status <> 'importing' AND ";

  /**
   * @return 0 if the name is taken
   */
  @Insert(
      """
      INSERT INTO simulations (id, name, created_at, status, status_reason, seed, target_turn,
        head_segment_id, head_turn, head_state_id, writer_epoch, writer, row_checksum, config,
        metadata)
      VALUES (#{id}, #{name}, #{createdAt}, #{status}, #{statusReason}, #{seed}, #{targetTurn},
        #{headSegmentId}, #{headTurn}, #{headStateId}, #{writerEpoch}, #{writer}, #{rowChecksum},
        #{config}, #{metadata})
      ON CONFLICT (name) DO NOTHING
      """)
  int insert(SimulationRow row);

  @Select(SELECT_WHERE + "sim.id = #{id}")
  SimulationRow find(UUID id);

  @Select(SELECT_WHERE + "sim.name = #{name}")
  SimulationRow findByName(String name);

  /** Both bounds inclusive. */
  @Select(SELECT_WHERE + "sim.id BETWEEN #{first} AND #{last} ORDER BY sim.id LIMIT #{limit}")
  List<SimulationRow> findBetween(
      @Param("first") UUID first, @Param("last") UUID last, @Param("limit") int limit);

  /** The lower bound exclusive. */
  @Select(SELECT_WHERE + "sim.id > #{after} ORDER BY sim.id LIMIT #{limit}")
  List<SimulationRow> listAfter(@Param("after") UUID after, @Param("limit") int limit);

  /** Also one that is being imported. */
  @Select(SELECT + "WHERE sim.id = #{id}")
  SimulationRow findAny(UUID id);

  @Select(SELECT + "WHERE sim.status = 'importing' ORDER BY sim.id")
  List<SimulationRow> listImporting();

  @Update(
      """
      UPDATE simulations
      SET status = #{status}, status_reason = #{statusReason}, target_turn = #{targetTurn},
          writer_epoch = #{writerEpoch}, writer = #{writer}, row_checksum = #{rowChecksum}
      WHERE id = #{id}
      """)
  int update(SimulationRow row);

  /**
   * Moves the head by one turn, if it is where the writer of this epoch, who is still there, left
   * it.
   *
   * @return 0 if the epoch is not in force, the head is another, or the turn does not follow it
   */
  @Update(
      """
      UPDATE simulations
      SET head_turn = #{turn}, head_state_id = #{state}
      WHERE id = #{id} AND writer_epoch = #{epoch} AND writer IS NOT NULL
        AND head_state_id = #{expected}
        AND head_segment_id = #{segment} AND head_turn = #{turn} - 1
      """)
  int advance(
      @Param("id") UUID id,
      @Param("epoch") long epoch,
      @Param("expected") UUID expected,
      @Param("segment") UUID segment,
      @Param("turn") int turn,
      @Param("state") UUID state);

  /** Puts the head on a turn, as an import or a rollback does. */
  @Update(
      """
      UPDATE simulations
      SET head_segment_id = #{segment}, head_turn = #{turn}, head_state_id = #{state}
      WHERE id = #{id}
      """)
  int moveHead(
      @Param("id") UUID id,
      @Param("segment") UUID segment,
      @Param("turn") int turn,
      @Param("state") UUID state);

  /**
   * Locks the row until the transaction ends. An update, because not every database can lock a row
   * by reading it.
   *
   * @return 0 if there is no such simulation
   */
  @Update("UPDATE simulations SET writer_epoch = writer_epoch WHERE id = #{id}")
  int lock(UUID id);

  @Update("UPDATE simulations SET writer = NULL WHERE id = #{id} AND writer_epoch = #{epoch}")
  int closeWriter(@Param("id") UUID id, @Param("epoch") long epoch);

  @Delete("DELETE FROM simulations WHERE id = #{id}")
  int delete(UUID id);

  @Insert(
      """
      INSERT INTO segments (id, simulation_id, parent_segment_id, branch_turn, created_at,
        row_checksum)
      VALUES (#{id}, #{simulationId}, #{parentSegmentId}, #{branchTurn}, #{createdAt},
        #{rowChecksum})
      """)
  int insertSegment(SegmentRow row);

  String LINEAGE =
      """
      WITH RECURSIVE lineage (id) AS (
        SELECT head_segment_id FROM simulations WHERE id = #{id}
        UNION
        SELECT g.parent_segment_id FROM lineage l JOIN segments g ON g.id = l.id
        WHERE g.parent_segment_id IS NOT NULL
      )
      """;

  /** The segments of a simulation's lineage, in no order; empty if there is no such simulation. */
  @Select(
      LINEAGE
          + """
      SELECT sim.head_segment_id, sim.head_turn, g.id, g.simulation_id, g.parent_segment_id,
             g.branch_turn, g.created_at
      FROM simulations sim JOIN lineage l ON sim.status <> 'importing'
      JOIN segments g ON g.id = l.id
      WHERE sim.id = #{id}
      """)
  List<LineageRow> lineage(UUID id);

  /** As {@link #lineage}, with what is needed to check each row. */
  @Select(
      LINEAGE
          + """
      SELECT g.id, g.simulation_id, g.parent_segment_id, g.branch_turn, g.created_at, g.row_checksum
      FROM lineage l JOIN segments g ON g.id = l.id
      """)
  List<SegmentRow> segments(UUID id);

  /** The simulation that began a segment; null if there is no such segment. */
  @Select("SELECT simulation_id FROM segments WHERE id = #{id}")
  UUID findSegmentOwner(UUID id);

  @Select("SELECT parent_segment_id FROM segments WHERE id = #{id}")
  UUID findSegmentParent(UUID id);

  /**
   * The segments of others that this simulation's own ones branch from, or that its head stands on,
   * as that of an import may; in the order of their owners, which are locked in turn.
   */
  @Select(
      """
      SELECT g.id FROM segments g
      WHERE g.simulation_id <> #{id}
        AND (g.id IN (SELECT parent_segment_id FROM segments WHERE simulation_id = #{id})
          OR g.id = (SELECT head_segment_id FROM simulations WHERE id = #{id}))
      ORDER BY g.simulation_id
      """)
  List<UUID> findParentsOfOthers(UUID id);

  /** The last turn of a segment that a head or a branch rests on; null if none does. */
  @Select(
      """
      SELECT max(turn) FROM (
        SELECT head_turn AS turn FROM simulations WHERE head_segment_id = #{segment}
        UNION ALL
        SELECT branch_turn AS turn FROM segments WHERE parent_segment_id = #{segment}
      ) needed
      """)
  Integer findLastNeeded(UUID segment);

  /**
   * The name of another simulation that needs a turn of a segment after this one, be it through
   * segments that this simulation began and left.
   */
  @Select(
      """
      WITH RECURSIVE resting (id) AS (
        SELECT id FROM segments WHERE parent_segment_id = #{segment} AND branch_turn > #{turn}
        UNION
        SELECT g.id FROM resting r JOIN segments g ON g.parent_segment_id = r.id
      )
      SELECT other.name FROM simulations other
      WHERE other.id <> #{simulation}
        AND (other.head_segment_id IN (SELECT id FROM resting)
          OR (other.head_segment_id = #{segment} AND other.head_turn > #{turn}))
      ORDER BY 1 LIMIT 1
      """)
  String findDependentAfter(
      @Param("simulation") UUID simulation,
      @Param("segment") UUID segment,
      @Param("turn") int turn);

  @Delete("DELETE FROM segments WHERE id = #{id}")
  int deleteSegment(UUID id);

  @Select("SELECT count(*) FROM segments WHERE id = #{id}")
  int countSegment(UUID id);

  /** The name of another simulation whose history rests on a segment that this one began. */
  @Select(
      """
      SELECT other.name FROM simulations other
      JOIN segments g ON g.id = other.head_segment_id
      WHERE other.id <> #{id} AND g.simulation_id = #{id}
      UNION
      SELECT other.name FROM segments child
      JOIN segments parent ON parent.id = child.parent_segment_id
      JOIN simulations other ON other.id = child.simulation_id
      WHERE parent.simulation_id = #{id} AND child.simulation_id <> #{id}
      ORDER BY 1 LIMIT 1
      """)
  String findDependent(UUID id);

  @Delete("DELETE FROM segments WHERE simulation_id = #{id}")
  int deleteSegments(UUID id);
}
