package dev.stateline.persistence.sql.internal.simulation;

import dev.stateline.domain.document.Sha256;
import java.util.UUID;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Update;

/** SQL on {@code heads}: what moves each turn, and who may move it. */
public interface HeadMapper {

  /** Its segments and provenance are there already. */
  @Insert(
      """
      INSERT INTO ${schema}.heads (simulation_id, segment, state_segment, turn_number, chain_hash,
        provenance, writer_epoch, writer)
      VALUES (#{id},
        (SELECT number FROM ${schema}.segments WHERE id = #{headSegmentId}),
        (SELECT number FROM ${schema}.segments WHERE id = #{stateSegmentId}),
        #{headTurn}, #{chainHash},
        (SELECT number FROM ${schema}.provenances WHERE provenance_hash = #{provenanceHash}),
        #{writerEpoch}, #{writer})
      """)
  int insert(SimulationRow row);

  String ADVANCE =
      """
      UPDATE ${schema}.heads
      SET turn_number = #{head.turn}, state_segment = segment, chain_hash = #{head.chainHash},
          provenance =
            (SELECT number FROM ${schema}.provenances
             WHERE provenance_hash = #{head.provenanceHash})
      WHERE simulation_id = #{head.simulation} AND writer_epoch = #{head.epoch}
        AND writer IS NOT NULL
        AND turn_number = #{head.turn} - 1 AND chain_hash = #{head.expectedChainHash}
        AND state_segment =
          (SELECT number FROM ${schema}.segments WHERE id = #{head.expectedSegment})
        AND segment = (SELECT number FROM ${schema}.segments WHERE id = #{head.segment})
      """;

  /**
   * Moves the head by one turn, if it is where the writer of this epoch, who is still there, left
   * it: in the same place, and with the same content.
   *
   * @return 0 if the epoch is not in force, the head is another, or the turn does not follow it
   */
  @Update(ADVANCE)
  int advance(@Param("head") Advance head);

  /** Puts the head on a turn, as an import or a rollback does. */
  @Update(
      """
      UPDATE ${schema}.heads
      SET segment = (SELECT number FROM ${schema}.segments WHERE id = #{headSegmentId}),
          state_segment = (SELECT number FROM ${schema}.segments WHERE id = #{stateSegmentId}),
          turn_number = #{headTurn}, chain_hash = #{chainHash},
          provenance =
            (SELECT number FROM ${schema}.provenances WHERE provenance_hash = #{provenanceHash})
      WHERE simulation_id = #{id}
      """)
  int move(SimulationRow row);

  /**
   * Locks the row until the transaction ends. An update, because not every database can lock a row
   * by reading it.
   *
   * @return 0 if there is no such simulation
   */
  @Update(
      "UPDATE ${schema}.heads SET writer_epoch = writer_epoch WHERE simulation_id = #{simulation}")
  int lock(UUID simulation);

  @Update(
      """
      UPDATE ${schema}.heads SET writer_epoch = #{writerEpoch}, writer = #{writer}
      WHERE simulation_id = #{id}
      """)
  int updateWriter(SimulationRow row);

  @Update(
      """
      UPDATE ${schema}.heads SET writer = NULL
      WHERE simulation_id = #{simulation} AND writer_epoch = #{epoch}
      """)
  int closeWriter(@Param("simulation") UUID simulation, @Param("epoch") long epoch);

  @Delete("DELETE FROM ${schema}.heads WHERE simulation_id = #{simulation}")
  int delete(UUID simulation);

  /**
   * A step of a head.
   *
   * @param segment the one that the turn is written to
   * @param expectedSegment the one that the head's state stands on
   */
  record Advance(
      UUID simulation,
      long epoch,
      UUID segment,
      int turn,
      Sha256 chainHash,
      Sha256 provenanceHash,
      UUID expectedSegment,
      Sha256 expectedChainHash) {}
}
