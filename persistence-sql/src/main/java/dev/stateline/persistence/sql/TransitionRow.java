package dev.stateline.persistence.sql;

import dev.stateline.domain.document.Document;
import dev.stateline.domain.document.Sha256;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.turn.StateId;
import dev.stateline.domain.turn.Transition;
import dev.stateline.domain.turn.TransitionId;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** A row of {@code state_transitions}. */
record TransitionRow(
    UUID id,
    UUID simulationId,
    UUID fromStateId,
    UUID toStateId,
    Sha256 transitionHash,
    Sha256 actionsHash,
    Sha256 outcomesHash,
    String actionsEncoding,
    String outcomesEncoding,
    int actionsSize,
    int outcomesSize,
    long processingTimeMs,
    Instant createdAt,
    String rowChecksum,
    Payload actionsPayload,
    Payload outcomesPayload) {

  static TransitionRow of(
      Transition transition, PayloadEncoding.Encoded actions, PayloadEncoding.Encoded outcomes) {
    TransitionRow row = open(transition, actions, outcomes);
    return new TransitionRow(
        row.id,
        row.simulationId,
        row.fromStateId,
        row.toStateId,
        row.transitionHash,
        row.actionsHash,
        row.outcomesHash,
        row.actionsEncoding,
        row.outcomesEncoding,
        row.actionsSize,
        row.outcomesSize,
        row.processingTimeMs,
        row.createdAt,
        row.checksum(),
        row.actionsPayload,
        row.outcomesPayload);
  }

  private static TransitionRow open(
      Transition transition, PayloadEncoding.Encoded actions, PayloadEncoding.Encoded outcomes) {
    return new TransitionRow(
        transition.id().value(),
        transition.simulation().value(),
        transition.from().value(),
        transition.to().value(),
        transition.hash(),
        transition.actions().hash(),
        transition.outcomes().hash(),
        actions.encoding(),
        outcomes.encoding(),
        actions.documentSize(),
        outcomes.documentSize(),
        transition.processingTime().toMillis(),
        transition.createdAt(),
        null,
        actions.payload(),
        outcomes.payload());
  }

  String checksum() {
    return new RowChecksum("state_transitions")
        .with("id", id)
        .with("simulation_id", simulationId)
        .with("from_state_id", fromStateId)
        .with("to_state_id", toStateId)
        .with("transition_hash", transitionHash)
        .with("actions_hash", actionsHash)
        .with("outcomes_hash", outcomesHash)
        .with("actions_encoding", actionsEncoding)
        .with("outcomes_encoding", outcomesEncoding)
        .with("actions_size", actionsSize)
        .with("outcomes_size", outcomesSize)
        .with("processing_time_ms", processingTimeMs)
        .with("created_at", createdAt)
        .with("actions_payload", actionsPayload)
        .with("outcomes_payload", outcomesPayload)
        .text();
  }

  /**
   * @throws DamagedColumnException if a column was changed since the row was written
   */
  void requireSeal() throws DamagedColumnException {
    if (!checksum().equals(rowChecksum)) {
      throw new DamagedColumnException("state_transitions.row_checksum", RowChecksum.BROKEN);
    }
  }

  Document actions() throws DamagedColumnException {
    return PayloadEncoding.decode(
        actionsEncoding, actionsPayload, actionsSize, "state_transitions.actions_payload");
  }

  Document outcomes() throws DamagedColumnException {
    return PayloadEncoding.decode(
        outcomesEncoding, outcomesPayload, outcomesSize, "state_transitions.outcomes_payload");
  }

  /**
   * @throws DamagedColumnException if a document is not the one that was hashed
   */
  Transition toTransition() throws DamagedColumnException {
    return new Transition(
        new TransitionId(id),
        new SimulationId(simulationId),
        new StateId(fromStateId),
        new StateId(toStateId),
        checked(actions(), actionsHash, "actions"),
        checked(outcomes(), outcomesHash, "outcomes"),
        Duration.ofMillis(processingTimeMs),
        createdAt);
  }

  private static Document checked(Document document, Sha256 hash, String what)
      throws DamagedColumnException {
    if (!document.hash().equals(hash)) {
      throw new DamagedColumnException(
          "state_transitions." + what + "_payload",
          "the stored document does not have the hash in " + what + "_hash");
    }
    return document;
  }
}
