package dev.stateline.persistence.sql;

import dev.stateline.domain.document.Sha256;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

/** SQL on {@code states}, {@code state_transitions} and {@code provenances}. */
interface TurnMapper {

  @Insert(
      """
      INSERT INTO provenances (provenance_hash, engine_name, engine_version, configuration_hash, seed)
      VALUES (#{provenanceHash}, #{engineName}, #{engineVersion}, #{configurationHash}, #{seed})
      ON CONFLICT (provenance_hash) DO NOTHING
      """)
  int insertProvenance(ProvenanceRow row);

  @Select("SELECT id FROM provenances WHERE provenance_hash = #{hash}")
  Long findProvenanceId(String hash);

  @Select(
      """
      SELECT id, provenance_hash, engine_name, engine_version, configuration_hash, seed
      FROM provenances WHERE id = #{id}
      """)
  ProvenanceRow findProvenance(long id);

  @Insert(
      """
      INSERT INTO states (id, simulation_id, segment_id, turn_number, timestamp, state_hash,
        chain_hash, provenance_id, state_version, encoding, base_state_id, document_size,
        stored_size, created_at, row_checksum, state_payload, state_data)
      VALUES (#{id}, #{simulationId}, #{segmentId}, #{turnNumber}, #{timestamp}, #{stateHash},
        #{chainHash}, #{provenanceId}, #{stateVersion}, #{encoding}, #{baseStateId},
        #{documentSize}, #{storedSize}, #{createdAt}, #{rowChecksum}, #{statePayload},
        #{statePayload.projection})
      """)
  int insertState(StateRow row);

  @Select(
      """
      SELECT id, simulation_id, segment_id, turn_number, timestamp, state_hash, chain_hash,
             provenance_id, state_version, encoding, base_state_id, document_size, stored_size,
             created_at, row_checksum, state_payload
      FROM states WHERE segment_id = #{segment} AND turn_number = #{turn}
      """)
  StateRow findState(@Param("segment") UUID segment, @Param("turn") int turn);

  /** The last turn of a segment up to this one, which is inclusive; null if there is none. */
  @Select(
      """
      SELECT max(turn_number) FROM states
      WHERE segment_id = #{segment} AND turn_number <= #{turn}
      """)
  Integer findLastTurn(@Param("segment") UUID segment, @Param("turn") int turn);

  @Select("SELECT id FROM states WHERE segment_id = #{segment} AND turn_number = #{turn}")
  UUID findStateId(@Param("segment") UUID segment, @Param("turn") int turn);

  /** The last turn that is stored in the head's segment after the head; null if there is none. */
  @Select(
      """
      SELECT max(s.turn_number) FROM simulations sim
      JOIN states s ON s.segment_id = sim.head_segment_id AND s.turn_number > sim.head_turn
      WHERE sim.id = #{simulation}
      """)
  Integer findTurnAfterHead(UUID simulation);

  @Select("SELECT chain_hash FROM states WHERE id = #{id}")
  Sha256 findChainHash(UUID id);

  @Insert(
      """
      INSERT INTO state_transitions (id, simulation_id, from_state_id, to_state_id, transition_hash,
        actions_hash, outcomes_hash, actions_encoding, outcomes_encoding, actions_size,
        outcomes_size, processing_time_ms, created_at, row_checksum, actions_payload,
        outcomes_payload, actions, outcomes)
      VALUES (#{id}, #{simulationId}, #{fromStateId}, #{toStateId}, #{transitionHash},
        #{actionsHash}, #{outcomesHash}, #{actionsEncoding}, #{outcomesEncoding}, #{actionsSize},
        #{outcomesSize}, #{processingTimeMs}, #{createdAt}, #{rowChecksum}, #{actionsPayload},
        #{outcomesPayload}, #{actionsPayload.projection}, #{outcomesPayload.projection})
      """)
  int insertTransition(TransitionRow row);

  @Select(
      """
      SELECT id, simulation_id, from_state_id, to_state_id, transition_hash, actions_hash,
             outcomes_hash, actions_encoding, outcomes_encoding, actions_size, outcomes_size,
             processing_time_ms, created_at, row_checksum, actions_payload, outcomes_payload
      FROM state_transitions WHERE to_state_id = #{state}
      """)
  TransitionRow findTransitionTo(UUID state);

  /** The turns of one segment in order; both bounds inclusive. */
  @Select(
      """
      SELECT s.simulation_id, s.segment_id, s.id AS state_id, s.turn_number, s.timestamp,
             s.state_hash, s.chain_hash, p.provenance_hash, s.state_version, s.encoding,
             s.document_size, s.stored_size, t.transition_hash, t.processing_time_ms, s.created_at
      FROM states s
      LEFT JOIN provenances p ON p.id = s.provenance_id
      LEFT JOIN state_transitions t ON t.to_state_id = s.id
      WHERE s.segment_id = #{segment} AND s.turn_number BETWEEN #{from} AND #{to}
      ORDER BY s.turn_number LIMIT #{limit}
      """)
  List<TurnRow> findTurns(
      @Param("segment") UUID segment,
      @Param("from") int from,
      @Param("to") int to,
      @Param("limit") int limit);

  @Delete(
      """
      DELETE FROM state_transitions WHERE to_state_id IN (
        SELECT s.id FROM states s JOIN segments g ON g.id = s.segment_id
        WHERE g.simulation_id = #{simulation})
      """)
  int deleteTransitions(UUID simulation);

  /** The transitions to the turns of a segment after this one. */
  @Delete(
      """
      DELETE FROM state_transitions WHERE to_state_id IN (
        SELECT id FROM states WHERE segment_id = #{segment} AND turn_number > #{turn})
      """)
  int deleteTransitionsAfter(@Param("segment") UUID segment, @Param("turn") int turn);

  @Delete("DELETE FROM states WHERE segment_id = #{segment} AND turn_number > #{turn}")
  int deleteStatesAfter(@Param("segment") UUID segment, @Param("turn") int turn);

  @Delete(
      """
      DELETE FROM states WHERE segment_id IN (
        SELECT id FROM segments WHERE simulation_id = #{simulation})
      """)
  int deleteStates(UUID simulation);
}
