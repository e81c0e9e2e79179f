package dev.stateline.domain.turn;

import dev.stateline.domain.document.Document;
import dev.stateline.domain.document.Sha256;
import dev.stateline.domain.time.SimulatedTime;
import dev.stateline.domain.time.TurnNumber;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A turn as it is stored. A value that could not be read is empty, and a defect says why; hashes
 * are the recorded ones, which verification compares with those it computes.
 *
 * @param state the state's id; empty if its row could not be read at all
 * @param document the state; empty if it did not decode
 * @param provenanceHash what the state row names as its provenance
 * @param transition empty for turn 0, or if the row is missing
 * @param defects what the adapter itself found
 */
public record AuditedTurn(
    TurnNumber turn,
    Optional<StateId> state,
    Optional<SimulatedTime> simulatedTime,
    Optional<Document> document,
    Optional<Sha256> stateHash,
    Optional<Sha256> chainHash,
    Optional<Sha256> provenanceHash,
    Optional<AuditedTransition> transition,
    List<Defect> defects) {

  public AuditedTurn {
    Objects.requireNonNull(turn, "turn");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(simulatedTime, "simulatedTime");
    Objects.requireNonNull(document, "document");
    Objects.requireNonNull(stateHash, "stateHash");
    Objects.requireNonNull(chainHash, "chainHash");
    Objects.requireNonNull(provenanceHash, "provenanceHash");
    Objects.requireNonNull(transition, "transition");
    defects = List.copyOf(defects);
  }

  /** The transition's row, in the same way. */
  public record AuditedTransition(
      Optional<StateId> from,
      Optional<Document> actions,
      Optional<Document> outcomes,
      Optional<Sha256> actionsHash,
      Optional<Sha256> outcomesHash,
      Optional<Sha256> transitionHash) {}
}
