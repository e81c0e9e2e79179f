package dev.stateline.persistence.sql.internal.turn;

import dev.stateline.domain.document.Sha256;
import dev.stateline.domain.turn.Provenance;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

/** SQL on {@code turns} and {@code provenances}. */
public interface TurnMapper {

  @Insert(
      """
      INSERT INTO ${schema}.provenances (provenance_hash, engine_name, engine_version,
        configuration_hash, seed)
      VALUES (#{hash}, #{engineName}, #{engineVersion}, #{configurationHash}, #{seed})
      ON CONFLICT (provenance_hash) DO NOTHING
      """)
  int insertProvenance(Provenance provenance);

  String INSERT =
      """
      INSERT INTO ${schema}.turns (segment, provenance, turn_number, timestamp, created_at,
        processing_time_ms, state_version, state_encoding, base_segment, base_turn, state_size,
        state_hash, chain_hash,
        actions_encoding, actions_size, actions_hash, outcomes_encoding, outcomes_size,
        outcomes_hash, row_checksum, actions_payload, outcomes_payload, state_payload,
        actions_json, outcomes_json, state_json)
      """;

  /** What {@link #INSERT} takes of a row, after its segment and its provenance. */
  String VALUES =
      """
      #{row.turnNumber}, #{row.timestamp}, #{row.createdAt}, #{row.processingTimeMs},
      #{row.stateVersion}, #{row.stateEncoding},
      (SELECT number FROM ${schema}.segments WHERE id = #{row.baseSegmentId}), #{row.baseTurn},
      #{row.stateSize}, #{row.stateHash}, #{row.chainHash},
      #{row.actionsEncoding}, #{row.actionsSize}, #{row.actionsHash},
      #{row.outcomesEncoding}, #{row.outcomesSize}, #{row.outcomesHash}, #{row.seal},
      #{row.actionsPayload}, #{row.outcomesPayload}, #{row.statePayload},
      #{row.actionsPayload.projection}, #{row.outcomesPayload.projection},
      #{row.statePayload.projection}
      """;

  @Insert(
      INSERT
          + """
          VALUES ((SELECT number FROM ${schema}.segments WHERE id = #{row.segmentId}),
            (SELECT number FROM ${schema}.provenances
             WHERE provenance_hash = #{row.provenanceHash}),
          """
          + VALUES
          + ")")
  int insert(@Param("row") TurnRow row);

  /**
   * Everything of a row but payloads; {@code g} is its segment, {@code b} that of its base, {@code
   * p} its provenance.
   */
  String COLUMNS =
      """
      g.id AS segment_id, g.simulation_id, t.turn_number, t.timestamp, t.created_at,
      t.processing_time_ms, p.provenance_hash, p.engine_name, p.engine_version,
      p.configuration_hash, p.seed, t.state_version, t.state_encoding,
      t.base_segment, b.id AS base_segment_id, t.base_turn, t.state_size, t.state_hash, t.chain_hash,
      t.actions_encoding, t.actions_size, t.actions_hash, t.outcomes_encoding, t.outcomes_size,
      t.outcomes_hash, t.row_checksum
      """;

  String DOCUMENTS = ", t.actions_payload, t.outcomes_payload, t.state_payload";
  String STATE_ONLY =
      ", NULL AS actions_payload, NULL AS outcomes_payload, t.state_payload AS state_payload";

  /** As {@link #STATE_ONLY}, without the document that is known already. */
  String UNKNOWN_STATE_ONLY =
      """
      , NULL AS actions_payload, NULL AS outcomes_payload,
      CASE WHEN t.state_hash = #{known,jdbcType=BINARY} THEN NULL ELSE t.state_payload END
        AS state_payload
      """;

  String TRANSITION_ONLY = ", t.actions_payload, t.outcomes_payload, NULL AS state_payload";

  /**
   * From the segment that {@code lineage} begins with back to the one that holds a turn. The turn
   * is looked up by the number of that segment alone, known before the turns are touched, so that
   * one partition is.
   */
  String BACK_TO_HOLDER =
      """
        UNION
        SELECT g.parent FROM lineage l JOIN ${schema}.segments g ON g.number = l.number
        WHERE g.branch_turn >= #{turn}
      ),
      holder (number) AS (
        SELECT g.number FROM lineage l JOIN ${schema}.segments g ON g.number = l.number
        WHERE g.branch_turn IS NULL OR g.branch_turn < #{turn}
      )
      """;

  /** From a simulation's head back to the segment that holds a turn. */
  String HOLDER =
      """
      WITH RECURSIVE lineage (number) AS (
        SELECT segment FROM ${schema}.heads WHERE simulation_id = #{simulation}
      """
          + BACK_TO_HOLDER;

  /** From the turn that a holder has over what each is a delta to, as long as that is earlier. */
  String CHAIN =
      """
      , chain (segment, turn_number) AS (
        SELECT number, CAST(#{turn} AS INTEGER) FROM holder
        UNION
        SELECT t.base_segment, t.base_turn
        FROM chain c ${turn_of_place}
        WHERE t.base_turn < c.turn_number
      """;

  String WHOLE_CHAIN = CHAIN + ")";

  /** As {@link #WHOLE_CHAIN}, up to the state that is known already. */
  String UNKNOWN_CHAIN = CHAIN + " AND t.state_hash IS DISTINCT FROM #{known,jdbcType=BINARY})";

  /** In place of {@link #WHOLE_CHAIN}, the turn alone. */
  String ONLY =
      """
      , chain (segment, turn_number) AS (SELECT number, CAST(#{turn} AS INTEGER) FROM holder)
      """;

  String OF_CHAIN =
      """
      , CASE WHEN h.turn_number BETWEEN 0 AND 1000000000 THEN h.turn_number END AS head_turn
      FROM ${schema}.simulation_records sim
      JOIN ${schema}.heads h ON h.simulation_id = sim.id
      LEFT JOIN chain c ON c.turn_number >= 0
      ${turn_of_place}
      LEFT JOIN ${schema}.segments g ON g.number = c.segment
      LEFT JOIN ${schema}.segments b ON b.number = t.base_segment
      LEFT JOIN ${schema}.provenances p ON p.number = t.provenance
      WHERE sim.id = #{simulation} AND sim.status <> 'importing'
      """;

  /**
   * The state of a turn of a simulation's history, without its transition, and what each is a delta
   * to, up to a whole one, in any order; empty if there is no such simulation. What a row has of
   * its turn is null if there is no such turn.
   *
   * @param known the hash of a state that need not be read, nor what it is a delta to; null for
   *     none
   */
  @Select(HOLDER + UNKNOWN_CHAIN + "SELECT " + COLUMNS + UNKNOWN_STATE_ONLY + OF_CHAIN)
  List<TurnRow> findState(
      @Param("simulation") UUID simulation, @Param("turn") int turn, @Param("known") Sha256 known);

  /** From a segment back to the one of its lineage that holds a turn. */
  String HOLDER_FROM =
      """
      WITH RECURSIVE lineage (number) AS (
        SELECT number FROM ${schema}.segments WHERE id = #{segment}
      """
          + BACK_TO_HOLDER;

  /** As {@link #findState}, in the lineage of a segment; empty if it has no such turn. */
  @Select(
      HOLDER_FROM
          + WHOLE_CHAIN
          + "SELECT "
          + COLUMNS
          + STATE_ONLY
          + """
            , NULL AS head_turn
            FROM chain c
            ${turn_of_place}
            LEFT JOIN ${schema}.segments g ON g.number = c.segment
            LEFT JOIN ${schema}.segments b ON b.number = t.base_segment
            LEFT JOIN ${schema}.provenances p ON p.number = t.provenance
            """)
  List<TurnRow> findChain(@Param("segment") UUID segment, @Param("turn") int turn);

  /** As {@link #findState}, with the transition instead of the state, and without what follows. */
  @Select(HOLDER + ONLY + "SELECT " + COLUMNS + TRANSITION_ONLY + OF_CHAIN)
  TurnRow findTransition(@Param("simulation") UUID simulation, @Param("turn") int turn);

  String IN_SEGMENT =
      """
      , NULL AS head_turn
      FROM ${schema}.turns t
      JOIN ${schema}.segments g ON g.number = t.segment
      LEFT JOIN ${schema}.segments b ON b.number = t.base_segment
      LEFT JOIN ${schema}.provenances p ON p.number = t.provenance
      WHERE t.segment = (SELECT number FROM ${schema}.segments WHERE id = #{segment})
      """;

  /** A whole turn; null if the segment does not hold it. */
  @Select("SELECT " + COLUMNS + DOCUMENTS + IN_SEGMENT + " AND t.turn_number = #{turn}")
  TurnRow find(@Param("segment") UUID segment, @Param("turn") int turn);

  /** Whole turns of one segment in order; both bounds inclusive. */
  @Select(
      "SELECT "
          + COLUMNS
          + DOCUMENTS
          + IN_SEGMENT
          + " AND t.turn_number BETWEEN #{from} AND #{to} ORDER BY t.turn_number")
  List<TurnRow> findAll(
      @Param("segment") UUID segment, @Param("from") int from, @Param("to") int to);

  /** As {@link #findAll}, without the documents. */
  @Select(
      """
      SELECT g.id AS segment_id, g.simulation_id, t.turn_number, t.timestamp, t.state_hash,
             t.chain_hash, p.provenance_hash, t.state_version, t.state_encoding, t.state_size,
             coalesce(length(t.state_payload), 0) AS stored_size, t.actions_hash, t.outcomes_hash,
             t.processing_time_ms, t.created_at
      FROM (
        SELECT segment, turn_number FROM ${schema}.turns
        WHERE segment = (SELECT number FROM ${schema}.segments WHERE id = #{segment})
          AND turn_number BETWEEN #{from} AND #{to}
      ) c
      ${turn_of_place}
      JOIN ${schema}.segments g ON g.number = c.segment
      LEFT JOIN ${schema}.provenances p ON p.number = t.provenance
      WHERE t.turn_number IS NOT NULL
      ORDER BY c.turn_number
      """)
  List<TurnSummaryRow> findSummaries(
      @Param("segment") UUID segment, @Param("from") int from, @Param("to") int to);

  /** The chain hash and provenance of a turn; null if the segment does not hold it. */
  @Select(
      """
      SELECT g.id AS segment_id, t.turn_number, t.chain_hash, p.provenance_hash
      FROM ${schema}.turns t
      JOIN ${schema}.segments g ON g.number = t.segment
      LEFT JOIN ${schema}.provenances p ON p.number = t.provenance
      WHERE t.segment = (SELECT number FROM ${schema}.segments WHERE id = #{segment})
        AND t.turn_number = #{turn}
      """)
  TurnProofRow findProof(@Param("segment") UUID segment, @Param("turn") int turn);

  /** The last turn of a segment up to this one, which is inclusive; null if there is none. */
  @Select(
      """
      SELECT max(turn_number) AS "turns.turn_number" FROM ${schema}.turns
      WHERE segment = (SELECT number FROM ${schema}.segments WHERE id = #{segment})
        AND turn_number <= #{turn}
      """)
  Integer findLast(@Param("segment") UUID segment, @Param("turn") int turn);

  /** The last turn that is stored in the head's segment after the head; null if there is none. */
  @Select(
      """
      SELECT max(turn_number) AS "turns.turn_number" FROM ${schema}.turns
      WHERE segment = (SELECT segment FROM ${schema}.heads WHERE simulation_id = #{simulation})
        AND turn_number >
          (SELECT turn_number FROM ${schema}.heads WHERE simulation_id = #{simulation})
      """)
  Integer findAfterHead(UUID simulation);

  /** The proof of the turn that a head names; null if there is none. */
  @Select(
      """
      SELECT g.id AS segment_id, t.turn_number, t.chain_hash, p.provenance_hash
      FROM ${schema}.turns t
      JOIN ${schema}.segments g ON g.number = t.segment
      LEFT JOIN ${schema}.provenances p ON p.number = t.provenance
      WHERE t.segment =
          (SELECT state_segment FROM ${schema}.heads WHERE simulation_id = #{simulation})
        AND t.turn_number =
          (SELECT turn_number FROM ${schema}.heads WHERE simulation_id = #{simulation})
      """)
  TurnProofRow findAtHead(UUID simulation);

  @Delete(
      """
      DELETE FROM ${schema}.turns
      WHERE segment = (SELECT number FROM ${schema}.segments WHERE id = #{segment})
        AND turn_number > #{turn}
      """)
  int deleteAfter(@Param("segment") UUID segment, @Param("turn") int turn);

  @Delete(
      """
      DELETE FROM ${schema}.turns WHERE segment IN (
        SELECT number FROM ${schema}.segments WHERE simulation_id = #{simulation})
      """)
  int deleteOf(UUID simulation);

  /**
   * Where a turn stands, and what proves it.
   *
   * @param provenanceHash null if there is no such provenance
   */
  record TurnProofRow(UUID segmentId, int turnNumber, Sha256 chainHash, Sha256 provenanceHash) {}
}
