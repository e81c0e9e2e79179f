package dev.stateline.persistence.sql.internal.turn;

import dev.stateline.domain.document.Sha256;
import dev.stateline.domain.naming.SegmentId;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.time.SimulatedTime;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.turn.ChainHash;
import dev.stateline.domain.turn.Content;
import dev.stateline.domain.turn.Provenance;
import dev.stateline.domain.turn.State;
import dev.stateline.domain.turn.StateRef;
import dev.stateline.domain.turn.Transition;
import dev.stateline.domain.turn.Turn;
import dev.stateline.persistence.sql.dialect.DamagedColumnException;
import dev.stateline.persistence.sql.internal.payload.EncodedDocument;
import dev.stateline.persistence.sql.internal.payload.Payload;
import dev.stateline.persistence.sql.internal.payload.Payloads;
import dev.stateline.persistence.sql.internal.payload.StoredDocument;
import dev.stateline.persistence.sql.internal.row.RowChecksum;
import dev.stateline.persistence.sql.internal.row.Seal;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * A row of {@code turns}: a state and the transition that led to it, with the row's segment and
 * provenance. It does not decode itself; {@link Payloads} does.
 *
 * <p>Columns of the state are null where no such turn was found, those of the transition at turn 0.
 *
 * @param baseSegmentId with the turn: what the state is a delta to; null if it is none
 * @param baseSegment the number of that segment in this database; only in what was read
 * @param simulationId the simulation that wrote it: the one that began the segment
 * @param rowChecksum only in what was read
 * @param headTurn the turn of the head of the simulation that was asked for; null if none was
 */
public record TurnRow(
    UUID segmentId,
    UUID simulationId,
    Integer turnNumber,
    Instant timestamp,
    Instant createdAt,
    Long processingTimeMs,
    Sha256 provenanceHash,
    String engineName,
    String engineVersion,
    Sha256 configurationHash,
    Long seed,
    Integer stateVersion,
    Integer stateEncoding,
    Long baseSegment,
    UUID baseSegmentId,
    Integer baseTurn,
    Integer stateSize,
    Sha256 stateHash,
    Sha256 chainHash,
    Integer actionsEncoding,
    Integer actionsSize,
    Sha256 actionsHash,
    Integer outcomesEncoding,
    Integer outcomesSize,
    Sha256 outcomesHash,
    Seal rowChecksum,
    Payload actionsPayload,
    Payload outcomesPayload,
    Payload statePayload,
    Integer headTurn) {

  /**
   * The row of a turn that is to be written.
   *
   * @param base what the document is a delta to, if it is one
   * @param actions null at turn 0, as the outcomes are
   */
  static TurnRow of(
      Turn turn,
      EncodedDocument document,
      Optional<StateRef> base,
      EncodedDocument actions,
      EncodedDocument outcomes) {
    State state = turn.state();
    Optional<StateRef> used = base.filter(b -> document.encoding().isDelta());
    Provenance provenance = state.provenance();
    boolean first = turn.transition().isEmpty();
    return new TurnRow(
        state.segment().value(),
        state.simulation().value(),
        state.turn().value(),
        state.simulatedTime().map(SimulatedTime::instant).orElse(null),
        state.createdAt(),
        turn.transition().map(t -> t.processingTime().toMillis()).orElse(null),
        provenance.hash(),
        provenance.engineName(),
        provenance.engineVersion(),
        provenance.configurationHash(),
        provenance.seed(),
        state.stateVersion(),
        document.encoding().number(),
        null,
        used.map(b -> b.segment().value()).orElse(null),
        used.map(b -> b.turn().value()).orElse(null),
        document.size(),
        document.hash(),
        state.chainHash().value(),
        first ? null : actions.encoding().number(),
        first ? null : actions.size(),
        first ? null : actions.hash(),
        first ? null : outcomes.encoding().number(),
        first ? null : outcomes.size(),
        first ? null : outcomes.hash(),
        null,
        first ? null : actions.payload(),
        first ? null : outcomes.payload(),
        document.payload(),
        null);
  }

  /** The checksum that the row is written with. */
  public Seal seal() {
    return checksum().seal();
  }

  /** Segment and provenance count by what they are: their numbers are this database's own. */
  private RowChecksum checksum() {
    return new RowChecksum("turns")
        .with("segment", segmentId)
        .with("turn_number", turnNumber)
        .with("timestamp", timestamp)
        .with("created_at", createdAt)
        .with("processing_time_ms", processingTimeMs)
        .with("provenance", provenanceHash)
        .with("state_version", stateVersion)
        .with("state_encoding", stateEncoding)
        .with("base_segment", baseSegmentId)
        .with("base_turn", baseTurn)
        .with("state_size", stateSize)
        .with("state_hash", stateHash)
        .with("chain_hash", chainHash)
        .with("actions_encoding", actionsEncoding)
        .with("actions_size", actionsSize)
        .with("actions_hash", actionsHash)
        .with("outcomes_encoding", outcomesEncoding)
        .with("outcomes_size", outcomesSize)
        .with("outcomes_hash", outcomesHash)
        .with("actions_payload", actionsPayload)
        .with("outcomes_payload", outcomesPayload)
        .with("state_payload", statePayload);
  }

  /**
   * @throws DamagedColumnException if a column was changed since the row was written; only of a row
   *     that was read whole
   */
  public void requireSeal() throws DamagedColumnException {
    if (baseSegment != null && baseSegmentId == null) {
      throw new DamagedColumnException("turns.base_segment", "there is no such segment");
    }
    checksum().require(rowChecksum);
  }

  /** The bytes of its payloads as they are stored. */
  public long storedBytes() {
    return size(statePayload) + size(actionsPayload) + size(outcomesPayload);
  }

  private static long size(Payload payload) {
    return payload == null ? 0 : payload.size();
  }

  /**
   * The states of the rows that are there, the last turn first: each may be a delta to the next. A
   * base that is not there is a row without a turn, or none.
   */
  static List<StoredDocument> chain(List<TurnRow> rows) {
    return rows.stream()
        .filter(row -> row != null && row.turnNumber() != null)
        .sorted(Comparator.comparing(TurnRow::turnNumber).reversed())
        .map(TurnRow::storedState)
        .toList();
  }

  /**
   * The row of a turn among those of its bases. Where it is missing, it has none, and is the only
   * one; null if there is no row at all.
   */
  static TurnRow of(TurnNumber turn, List<TurnRow> rows) {
    return rows.stream()
        .filter(Objects::nonNull)
        .filter(row -> row.turnNumber() == null || row.turnNumber() == turn.value())
        .max(
            Comparator.comparing(
                TurnRow::turnNumber, Comparator.nullsFirst(Comparator.naturalOrder())))
        .orElse(null);
  }

  public StoredDocument storedState() {
    return new StoredDocument(
        "turns.state_payload", turnNumber, stateEncoding, stateSize, stateHash, statePayload);
  }

  public StoredDocument storedActions() {
    return new StoredDocument(
        "turns.actions_payload",
        turnNumber,
        actionsEncoding,
        actionsSize,
        actionsHash,
        actionsPayload);
  }

  public StoredDocument storedOutcomes() {
    return new StoredDocument(
        "turns.outcomes_payload",
        turnNumber,
        outcomesEncoding,
        outcomesSize,
        outcomesHash,
        outcomesPayload);
  }

  public TurnNumber turn() {
    return new TurnNumber(turnNumber);
  }

  /** Where it stands, and what proves it. */
  StateRef ref() {
    return new StateRef(new SegmentId(segmentId), turn(), new ChainHash(chainHash));
  }

  public Optional<SimulatedTime> simulatedTime() {
    return Optional.ofNullable(timestamp).map(SimulatedTime::new);
  }

  /**
   * What computed the state.
   *
   * @throws DamagedColumnException if the row names no provenance that is there, or one that is not
   *     what was written
   */
  public Provenance provenance() throws DamagedColumnException {
    if (provenanceHash == null) {
      throw new DamagedColumnException("turns.provenance", "there is no such provenance");
    }
    Provenance provenance = new Provenance(engineName, engineVersion, configurationHash, seed);
    if (!provenance.hash().equals(provenanceHash)) {
      throw new DamagedColumnException(
          "provenances.provenance_hash",
          "it is not the hash of engine, version, configuration and seed");
    }
    return provenance;
  }

  /**
   * @param content its document
   */
  State toState(Content content) throws DamagedColumnException {
    return new State(
        new SimulationId(simulationId),
        ref(),
        simulatedTime(),
        content,
        stateVersion,
        provenance(),
        createdAt);
  }

  /**
   * @return empty at turn 0
   * @throws DamagedColumnException if a document is not the one that was hashed, or a part of the
   *     transition is missing
   */
  Optional<Transition> toTransition(Payloads payloads) throws DamagedColumnException {
    if (turnNumber == 0) {
      return Optional.empty();
    }
    if (processingTimeMs == null) {
      throw new DamagedColumnException("turns.processing_time_ms", "the value is missing");
    }
    return Optional.of(
        new Transition(
            payloads.content(storedActions()),
            payloads.content(storedOutcomes()),
            Duration.ofMillis(processingTimeMs),
            createdAt));
  }
}
