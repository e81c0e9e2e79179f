package dev.stateline.persistence.sql;

import dev.stateline.domain.document.Document;
import dev.stateline.domain.document.Sha256;
import dev.stateline.domain.naming.SegmentId;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.time.SimulatedTime;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.turn.ChainHash;
import dev.stateline.domain.turn.Provenance;
import dev.stateline.domain.turn.State;
import dev.stateline.domain.turn.StateId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A row of {@code states}, with its payload. */
record StateRow(
    UUID id,
    UUID simulationId,
    UUID segmentId,
    int turnNumber,
    Instant timestamp,
    Sha256 stateHash,
    Sha256 chainHash,
    long provenanceId,
    int stateVersion,
    String encoding,
    UUID baseStateId,
    int documentSize,
    int storedSize,
    Instant createdAt,
    String rowChecksum,
    Payload statePayload) {

  static StateRow of(State state, long provenanceId, PayloadEncoding.Encoded encoded) {
    StateRow row = open(state, provenanceId, encoded);
    return new StateRow(
        row.id,
        row.simulationId,
        row.segmentId,
        row.turnNumber,
        row.timestamp,
        row.stateHash,
        row.chainHash,
        row.provenanceId,
        row.stateVersion,
        row.encoding,
        row.baseStateId,
        row.documentSize,
        row.storedSize,
        row.createdAt,
        row.checksum(state.provenance().hash()),
        row.statePayload);
  }

  private static StateRow open(State state, long provenanceId, PayloadEncoding.Encoded encoded) {
    return new StateRow(
        state.id().value(),
        state.simulation().value(),
        state.segment().value(),
        state.turn().value(),
        state.simulatedTime().map(SimulatedTime::instant).orElse(null),
        state.document().hash(),
        state.chainHash().value(),
        provenanceId,
        state.stateVersion(),
        encoded.encoding(),
        null,
        encoded.documentSize(),
        encoded.payload().size(),
        state.createdAt(),
        null,
        encoded.payload());
  }

  /** The provenance counts by its hash: the number of its row is this database's own. */
  String checksum(Sha256 provenanceHash) {
    return new RowChecksum("states")
        .with("id", id)
        .with("simulation_id", simulationId)
        .with("segment_id", segmentId)
        .with("turn_number", turnNumber)
        .with("timestamp", timestamp)
        .with("state_hash", stateHash)
        .with("chain_hash", chainHash)
        .with("provenance_hash", provenanceHash)
        .with("state_version", stateVersion)
        .with("encoding", encoding)
        .with("base_state_id", baseStateId)
        .with("document_size", documentSize)
        .with("stored_size", storedSize)
        .with("created_at", createdAt)
        .with("state_payload", statePayload)
        .text();
  }

  /**
   * @throws DamagedColumnException if a column was changed since the row was written
   */
  void requireSeal(Sha256 provenanceHash) throws DamagedColumnException {
    if (!checksum(provenanceHash).equals(rowChecksum)) {
      throw new DamagedColumnException("states.row_checksum", RowChecksum.BROKEN);
    }
  }

  Document document() throws DamagedColumnException {
    return PayloadEncoding.decode(encoding, statePayload, documentSize, "states.state_payload");
  }

  Optional<SimulatedTime> simulatedTime() {
    return Optional.ofNullable(timestamp).map(SimulatedTime::new);
  }

  /**
   * @throws DamagedColumnException if the document is not the one that was hashed
   */
  State toState(Provenance provenance) throws DamagedColumnException {
    Document document = document();
    if (!document.hash().equals(stateHash)) {
      throw new DamagedColumnException(
          "states.state_payload", "the stored state does not have the hash in state_hash");
    }
    return new State(
        new StateId(id),
        new SimulationId(simulationId),
        new SegmentId(segmentId),
        new TurnNumber(turnNumber),
        simulatedTime(),
        document,
        stateVersion,
        new ChainHash(chainHash),
        provenance,
        createdAt);
  }
}
