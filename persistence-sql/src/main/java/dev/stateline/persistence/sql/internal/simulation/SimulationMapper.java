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
