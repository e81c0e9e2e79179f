package dev.stateline.persistence.sql.internal.simulation;

import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

/** SQL on {@code simulation_records}, read with their heads. */
public interface SimulationMapper {

  String SELECT =
      """
      SELECT sim.id, sim.name, sim.created_at, sim.status, sim.status_reason, sim.target_turn,
             sim.row_checksum, sim.config, sim.metadata,
             hs.id AS head_segment_id, hs.seed_in_force AS seed, ss.id AS state_segment_id,
             h.turn_number AS head_turn, h.chain_hash, p.provenance_hash, h.writer_epoch, h.writer
      FROM ${schema}.simulation_records sim
      LEFT JOIN ${schema}.heads h ON h.simulation_id = sim.id
      LEFT JOIN ${schema}.segments hs ON hs.number = h.segment
      LEFT JOIN ${schema}.segments ss ON ss.number = h.state_segment
      LEFT JOIN ${schema}.provenances p ON p.number = h.provenance
      """;

  /** One that is being imported is nobody's business until it is published. */
  String SELECT_WHERE = SELECT + "WHERE sim.status <> 'importing' AND ";

  /**
   * Inserts the record, without a head.
   *
   * @return 0 if the name is taken
   */
  @Insert(
      """
      INSERT INTO ${schema}.simulation_records (id, name, created_at, status, status_reason,
        target_turn, row_checksum, config, metadata)
      VALUES (#{id}, #{name}, #{createdAt}, #{status}, #{statusReason}, #{targetTurn}, #{seal},
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

  /** The id after one, and so many others; null if there is none. */
  @Select(
      """
      SELECT id FROM ${schema}.simulation_records
      WHERE status <> 'importing' AND id > #{after} ORDER BY id LIMIT 1 OFFSET #{skipped}
      """)
  List<UUID> idsAfter(@Param("after") UUID after, @Param("skipped") int skipped);

  @Select("SELECT count(*) FROM ${schema}.simulation_records")
  int count();

  @Select("SELECT id FROM ${schema}.simulation_records WHERE name = #{name}")
  UUID findId(String name);

  @Select("SELECT name FROM ${schema}.simulation_records WHERE id = #{id}")
  String findName(UUID id);

  /** What is stored where heads stand; both bounds inclusive. */
  @Select(
      """
      SELECT h.simulation_id, hs.simulation_id AS owner,
        CASE WHEN h.turn_number = hs.branch_turn THEN parent.id END AS branch_state_segment,
        (SELECT max(last.turn_number) FROM ${schema}.turns last
         WHERE last.segment = h.segment AND last.turn_number <= 1000000000) AS last_turn,
        t.chain_hash, p.provenance_hash
      FROM ${schema}.heads h
      LEFT JOIN ${schema}.segments hs ON hs.number = h.segment
      LEFT JOIN ${schema}.segments parent ON parent.number = hs.parent
      LEFT JOIN ${schema}.turns t ON t.segment = h.state_segment AND t.turn_number = h.turn_number
      LEFT JOIN ${schema}.provenances p ON p.number = t.provenance
      WHERE h.simulation_id BETWEEN #{first} AND #{last}
      """)
  List<HeadProof> headProofs(@Param("first") UUID first, @Param("last") UUID last);

  /** Where a head leads to; null if nowhere. */
  @Select(
      """
      WITH found AS (
        SELECT hs.number AS head_segment,
          CASE WHEN own.turn_number IS NULL THEN hs.parent ELSE hs.number END AS segment,
          coalesce(own.turn_number, hs.branch_turn) AS turn_number
        FROM ${schema}.heads h JOIN ${schema}.segments hs ON hs.number = h.segment
        LEFT JOIN (
          SELECT segment, max(turn_number) AS turn_number FROM ${schema}.turns
          WHERE segment = (SELECT segment FROM ${schema}.heads WHERE simulation_id = #{id})
            AND turn_number <= 1000000000
          GROUP BY segment) own ON own.segment = hs.number
        WHERE h.simulation_id = #{id})
      SELECT hs.id AS head_segment_id, ss.id AS state_segment_id, t.turn_number, t.chain_hash,
        p.provenance_hash, hs.seed_in_force AS seed
      FROM found f JOIN ${schema}.segments hs ON hs.number = f.head_segment
      JOIN ${schema}.segments ss ON ss.number = f.segment
      JOIN ${schema}.turns t ON t.segment = f.segment AND t.turn_number = f.turn_number
      JOIN ${schema}.provenances p ON p.number = t.provenance
      """)
  LastTurn findLastTurn(UUID id);

  /** Also one that is being imported. */
  @Select(SELECT + "WHERE sim.id = #{id}")
  SimulationRow findAny(UUID id);

  @Select(SELECT + "WHERE sim.status = 'importing' ORDER BY sim.id")
  List<SimulationRow> listImporting();

  @Update(
      """
      UPDATE ${schema}.simulation_records
      SET status = #{status}, status_reason = #{statusReason}, target_turn = #{targetTurn},
          row_checksum = #{seal}
      WHERE id = #{id}
      """)
  int update(SimulationRow row);

  @Delete("DELETE FROM ${schema}.simulation_records WHERE id = #{id}")
  int delete(UUID id);
}
