package dev.stateline.domain.turn;

import dev.stateline.domain.error.InvalidInputException;
import java.util.Objects;
import java.util.Optional;

/**
 * A turn with all its documents.
 *
 * @param transition what led to the state; empty for turn 0
 */
public record Turn(State state, Optional<Transition> transition) {

  /**
   * @throws InvalidInputException if the transition does not lead to the state, or is missing after
   *     turn 0
   */
  public Turn {
    Objects.requireNonNull(state, "state");
    if (transition.isPresent() != (state.turn().value() > 0)) {
      throw new InvalidInputException("every turn after turn 0 has a transition, and it has none");
    }
    if (transition.filter(t -> !t.to().equals(state.id())).isPresent()) {
      throw new InvalidInputException("the transition does not lead to the state of its turn");
    }
  }

  /**
   * The chain hash that this turn has when it follows another.
   *
   * @param before the chain hash of the turn before; not asked for at turn 0
   */
  public ChainHash chainHashAfter(ChainHash before) {
    return transition
        .map(
            t ->
                before.next(state.turn(), state.simulatedTime(), state.document().hash(), t.hash()))
        .orElseGet(() -> ChainHash.initial(state.simulatedTime(), state.document().hash()));
  }

  /** The bytes of its documents. */
  public long documentBytes() {
    return state.document().size()
        + transition.map(t -> (long) t.actions().size() + t.outcomes().size()).orElse(0L);
  }
}
