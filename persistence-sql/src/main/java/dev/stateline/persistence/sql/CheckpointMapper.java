package dev.stateline.persistence.sql;

import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

/** SQL on {@code checkpoints}. */
interface CheckpointMapper {

  String COLUMNS =
      "id, simulation_id, name, kind, turn_number, state_id, created_at, row_checksum, metadata";

  /**
   * @return 0 if the name is taken
   */
  @Insert(
      "INSERT INTO checkpoints ("
          + COLUMNS
          + """
          )
          VALUES (#{id}, #{simulationId}, #{name}, #{kind}, #{turnNumber}, #{stateId}, #{createdAt},
            #{rowChecksum}, #{metadata})
          ON CONFLICT (simulation_id, name) DO NOTHING
          """)
  int insert(CheckpointRow row);

  @Select(
      "SELECT "
          + COLUMNS
          + " FROM checkpoints WHERE simulation_id = #{simulation} AND name = #{name}")
  CheckpointRow find(@Param("simulation") UUID simulation, @Param("name") String name);

  /** By turn, then by id; the bound exclusive. */
  @Select(
      "SELECT "
          + COLUMNS
          + """
           FROM checkpoints
          WHERE simulation_id = #{simulation}
            AND (turn_number > #{turn} OR (turn_number = #{turn} AND id > #{id}))
          ORDER BY turn_number, id LIMIT #{limit}
          """)
  List<CheckpointRow> listAfter(
      @Param("simulation") UUID simulation,
      @Param("turn") int turn,
      @Param("id") UUID id,
      @Param("limit") int limit);

  @Delete("DELETE FROM checkpoints WHERE simulation_id = #{simulation} AND name = #{name}")
  int delete(@Param("simulation") UUID simulation, @Param("name") String name);

  @Update(
      """
      UPDATE checkpoints SET simulation_id = #{simulationId}, row_checksum = #{rowChecksum}
      WHERE id = #{id}
      """)
  int updateOwner(CheckpointRow row);

  /** The name of a named checkpoint after a turn; null if there is none. */
  @Select(
      """
      SELECT min(name) FROM checkpoints
      WHERE simulation_id = #{simulation} AND turn_number > #{turn} AND kind = 'named'
      """)
  String findNamedAfter(@Param("simulation") UUID simulation, @Param("turn") int turn);

  @Delete("DELETE FROM checkpoints WHERE simulation_id = #{simulation} AND turn_number > #{turn}")
  int deleteAfter(@Param("simulation") UUID simulation, @Param("turn") int turn);

  @Delete("DELETE FROM checkpoints WHERE simulation_id = #{simulation}")
  int deleteAll(UUID simulation);
}
