package dev.stateline.domain.history;

import dev.stateline.domain.document.Sha256;
import dev.stateline.domain.naming.SegmentId;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.turn.ChainHash;
import dev.stateline.domain.turn.Receipt;
import dev.stateline.domain.turn.StateId;
import java.util.Objects;

/**
 * The last committed state of a simulation.
 *
 * @param segment the segment that the next turn will be written to
 * @param state the head's state; it lies on an ancestor of the segment when the segment has no
 *     state yet
 */
public record Head(
    SegmentId segment, TurnNumber turn, StateId state, ChainHash chainHash, Sha256 provenanceHash) {

  public Head {
    Objects.requireNonNull(segment, "segment");
    Objects.requireNonNull(turn, "turn");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(chainHash, "chainHash");
    Objects.requireNonNull(provenanceHash, "provenanceHash");
  }

  public Receipt receipt() {
    return new Receipt(turn, chainHash, provenanceHash);
  }
}
