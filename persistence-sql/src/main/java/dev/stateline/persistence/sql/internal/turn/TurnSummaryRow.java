package dev.stateline.persistence.sql.internal.turn;

import dev.stateline.domain.document.Sha256;
import dev.stateline.domain.naming.SegmentId;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.time.SimulatedTime;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.turn.ChainHash;
import dev.stateline.domain.turn.StateRef;
import dev.stateline.domain.turn.Transition;
import dev.stateline.domain.turn.TurnRecord;
import dev.stateline.persistence.sql.dialect.DamagedColumnException;
import dev.stateline.persistence.sql.internal.payload.Encoding;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A row of {@code turns} without its payloads. */
record TurnSummaryRow(
    UUID segmentId,
    UUID simulationId,
    int turnNumber,
    Instant timestamp,
    Sha256 stateHash,
    Sha256 chainHash,
    Sha256 provenanceHash,
    int stateVersion,
    int stateEncoding,
    int stateSize,
    int storedSize,
    Sha256 actionsHash,
    Sha256 outcomesHash,
    Long processingTimeMs,
    Instant createdAt) {

  /**
   * @throws DamagedColumnException if the row names no provenance that is there
   */
  TurnRecord toRecord() throws DamagedColumnException {
    if (provenanceHash == null) {
      throw new DamagedColumnException("turns.provenance", "there is no such provenance");
    }
    StateRef state =
        new StateRef(
            new SegmentId(segmentId), new TurnNumber(turnNumber), new ChainHash(chainHash));
    TurnRecord.Builder turn =
        TurnRecord.of(new SimulationId(simulationId), state)
            .simulatedTime(Optional.ofNullable(timestamp).map(SimulatedTime::new))
            .stateHash(stateHash)
            .provenanceHash(provenanceHash)
            .stateVersion(stateVersion)
            .stored(encodingText(), stateSize, storedSize)
            .createdAt(createdAt);
    if (actionsHash != null && outcomesHash != null && processingTimeMs != null) {
      turn.transition(
          Transition.hash(actionsHash, outcomesHash), Duration.ofMillis(processingTimeMs));
    }
    return turn.build();
  }

  boolean isPruned() {
    return Encoding.PRUNED.isNumbered(stateEncoding);
  }

  private String encodingText() {
    return Encoding.of(stateEncoding).map(Encoding::text).orElse("unknown " + stateEncoding);
  }
}
