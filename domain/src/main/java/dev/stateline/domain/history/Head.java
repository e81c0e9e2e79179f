package dev.stateline.domain.history;

import dev.stateline.domain.document.Sha256;
import dev.stateline.domain.naming.SegmentId;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.turn.ChainHash;
import dev.stateline.domain.turn.Receipt;
import dev.stateline.domain.turn.State;
import dev.stateline.domain.turn.StateRef;
import java.util.Objects;

/**
 * The last committed state of a simulation.
 *
 * @param segment the segment that the next turn will be written to
 * @param state the head's state; it lies on an ancestor of the segment when the segment has no
 *     state yet
 * @param provenanceHash what computed the state
 */
public record Head(SegmentId segment, StateRef state, Sha256 provenanceHash) {

  public Head {
    Objects.requireNonNull(segment, "segment");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(provenanceHash, "provenanceHash");
  }

  /** The head after a state was written. */
  public static Head at(State state) {
    return new Head(state.segment(), state.ref(), state.provenance().hash());
  }

  public TurnNumber turn() {
    return state.turn();
  }

  public ChainHash chainHash() {
    return state.chainHash();
  }

  public Receipt receipt() {
    return new Receipt(turn(), chainHash(), provenanceHash);
  }
}
