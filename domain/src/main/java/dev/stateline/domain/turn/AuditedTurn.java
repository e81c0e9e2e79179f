package dev.stateline.domain.turn;

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
 * @param isReadable whether its row could be read at all; if not, nothing else of it is known
 * @param content the state; empty if it did not decode
 * @param stateHash the recorded hash of the state
 * @param provenanceHash what the row names as its provenance
 * @param transition empty for turn 0, or if it is missing
 * @param defects what the adapter itself found
 */
public record AuditedTurn(
    TurnNumber turn,
    boolean isReadable,
    Optional<SimulatedTime> simulatedTime,
    Optional<Content> content,
    Optional<Sha256> stateHash,
    Optional<Sha256> chainHash,
    Optional<Sha256> provenanceHash,
    Optional<AuditedTransition> transition,
    List<Defect> defects) {

  public AuditedTurn {
    Objects.requireNonNull(turn, "turn");
    Objects.requireNonNull(simulatedTime, "simulatedTime");
    Objects.requireNonNull(content, "content");
    Objects.requireNonNull(stateHash, "stateHash");
    Objects.requireNonNull(chainHash, "chainHash");
    Objects.requireNonNull(provenanceHash, "provenanceHash");
    Objects.requireNonNull(transition, "transition");
    defects = List.copyOf(defects);
  }

  /** A turn whose row is there, but of which no column can be relied on. */
  public static AuditedTurn unreadable(TurnNumber turn, List<Defect> defects) {
    return new AuditedTurn(
        turn,
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        defects);
  }

  /** The transition, in the same way. */
  public record AuditedTransition(
      Optional<Content> actions,
      Optional<Content> outcomes,
      Optional<Sha256> actionsHash,
      Optional<Sha256> outcomesHash) {

    public AuditedTransition {
      Objects.requireNonNull(actions, "actions");
      Objects.requireNonNull(outcomes, "outcomes");
      Objects.requireNonNull(actionsHash, "actionsHash");
      Objects.requireNonNull(outcomesHash, "outcomesHash");
    }
  }
}
