package dev.stateline.persistence.sql.internal.checkpoint;

import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

/** SQL on {@code checkpoint_records}. */
public interface CheckpointMapper {

  String SELECT =
      """
      SELECT c.id, c.simulation_id, c.name, c.kind, g.id AS segment_id, c.turn_number,
             c.chain_hash, c.created_at, c.row_checksum, c.metadata
      FROM ${schema}.checkpoint_records c
      LEFT JOIN ${schema}.segments g ON g.number = c.segment
      """;

  String INSERT =
      """
      INSERT INTO ${schema}.checkpoint_records (id, simulation_id, name, kind, segment, turn_number,
        chain_hash, created_at, row_checksum, metadata)
      """;

  /** What {@link #INSERT} takes of a row. */
  String VALUES =
      """
      #{checkpoint.id}, #{checkpoint.simulationId}, #{checkpoint.name}, #{checkpoint.kind},
      (SELECT number FROM ${schema}.segments WHERE id = #{checkpoint.segmentId}),
      #{checkpoint.turnNumber}, #{checkpoint.chainHash}, #{checkpoint.createdAt},
      #{checkpoint.seal}, #{checkpoint.metadata}
      """;

  String UNLESS_TAKEN = " ON CONFLICT (simulation_id, name) DO NOTHING";

  /**
   * @return 0 if the name is taken
   */
  @Insert(INSERT + "VALUES (" + VALUES + ")" + UNLESS_TAKEN)
  int insert(@Param("checkpoint") CheckpointRow row);

  @Select(SELECT + "WHERE c.simulation_id = #{simulation} AND c.name = #{name}")
  CheckpointRow find(@Param("simulation") UUID simulation, @Param("name") String name);

  @Select(SELECT + "WHERE c.id = #{id}")
  CheckpointRow findById(UUID id);

  @Select("SELECT id FROM ${schema}.checkpoint_records WHERE simulation_id = #{simulation}")
  List<UUID> ids(UUID simulation);

  /** By turn, then by id; the bound exclusive. */
  @Select(
      SELECT
          + """
          WHERE c.simulation_id = #{simulation}
            AND (c.turn_number > #{turn} OR (c.turn_number = #{turn} AND c.id > #{id}))
          ORDER BY c.turn_number, c.id LIMIT #{limit}
          """)
  List<CheckpointRow> listAfter(
      @Param("simulation") UUID simulation,
      @Param("turn") int turn,
      @Param("id") UUID id,
      @Param("limit") int limit);

  @Delete(
      "DELETE FROM ${schema}.checkpoint_records WHERE simulation_id = #{simulation} AND name = #{name}")
  int delete(@Param("simulation") UUID simulation, @Param("name") String name);

  @Delete(
      "DELETE FROM ${schema}.checkpoint_records WHERE simulation_id = #{simulation} AND id = #{id}")
  int deleteById(@Param("simulation") UUID simulation, @Param("id") UUID id);

  @Update(
      """
      UPDATE ${schema}.checkpoint_records
      SET simulation_id = #{simulationId}, row_checksum = #{seal}
      WHERE id = #{id}
      """)
  int updateOwner(CheckpointRow row);

  /** The name of a named checkpoint after a turn; null if there is none. */
  @Select(
      """
      SELECT min(name) FROM ${schema}.checkpoint_records
      WHERE simulation_id = #{simulation} AND turn_number > #{turn} AND kind = 'named'
      """)
  String findNamedAfter(@Param("simulation") UUID simulation, @Param("turn") int turn);

  @Delete(
      "DELETE FROM ${schema}.checkpoint_records WHERE simulation_id = #{simulation} AND turn_number > #{turn}")
  int deleteAfter(@Param("simulation") UUID simulation, @Param("turn") int turn);

  @Delete("DELETE FROM ${schema}.checkpoint_records WHERE simulation_id = #{simulation}")
  int deleteAll(UUID simulation);
}
