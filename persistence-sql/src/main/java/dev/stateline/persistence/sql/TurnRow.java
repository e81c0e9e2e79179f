package dev.stateline.persistence.sql;

import dev.stateline.domain.document.Sha256;
import dev.stateline.domain.naming.SegmentId;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.time.SimulatedTime;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.turn.ChainHash;
import dev.stateline.domain.turn.StateId;
import dev.stateline.domain.turn.TurnRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A state's row without its payload, beside what is known of the transition that led to it. */
record TurnRow(
    UUID simulationId,
    UUID segmentId,
    UUID stateId,
    int turnNumber,
    Instant timestamp,
    Sha256 stateHash,
    Sha256 chainHash,
    Sha256 provenanceHash,
    int stateVersion,
    String encoding,
    int documentSize,
    int storedSize,
    Sha256 transitionHash,
    Long processingTimeMs,
    Instant createdAt) {

  /**
   * @throws DamagedColumnException if the row names no provenance that is there
   */
  TurnRecord toRecord() throws DamagedColumnException {
    if (provenanceHash == null) {
      throw new DamagedColumnException("states.provenance_id", "there is no such provenance");
    }
    return new TurnRecord(
        new SimulationId(simulationId),
        new SegmentId(segmentId),
        new StateId(stateId),
        new TurnNumber(turnNumber),
        Optional.ofNullable(timestamp).map(SimulatedTime::new),
        stateHash,
        new ChainHash(chainHash),
        provenanceHash,
        stateVersion,
        encoding,
        documentSize,
        storedSize,
        Optional.ofNullable(transitionHash),
        Optional.ofNullable(processingTimeMs).map(Duration::ofMillis),
        createdAt);
  }
}
