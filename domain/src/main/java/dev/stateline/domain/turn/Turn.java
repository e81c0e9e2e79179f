package dev.stateline.domain.turn;

import dev.stateline.domain.document.Document;
import dev.stateline.domain.error.InvalidInputException;
import java.util.Objects;
import java.util.Optional;

/**
 * A turn with its documents.
 *
 * @param transition what led to the state; empty for turn 0
 */
public record Turn(State state, Optional<Transition> transition) {

  /**
   * @throws InvalidInputException if the transition is missing after turn 0, or stands before it
   */
  public Turn {
    Objects.requireNonNull(state, "state");
    if (transition.isPresent() != (state.turn().value() > 0)) {
      throw new InvalidInputException(
          "every turn after turn 0 has a transition, and turn 0 has none");
    }
  }

  /**
   * The chain hash that this turn has when it follows another.
   *
   * @param before the chain hash of the turn before; not asked for at turn 0
   */
  public ChainHash chainHashAfter(ChainHash before) {
    return transition
        .map(t -> before.next(state.turn(), state.simulatedTime(), state.stateHash(), t.hash()))
        .orElseGet(() -> ChainHash.initial(state.simulatedTime(), state.stateHash()));
  }

  /** Whether its chain hash follows from that of the turn before. */
  public boolean follows(ChainHash before) {
    return chainHashAfter(before).equals(state.chainHash());
  }

  /**
   * Requires that those of its documents that are there are in canonical form.
   *
   * @throws InvalidInputException INVALID_DOCUMENT if one is not; the message says which
   */
  public void requireCanonical() {
    requireCanonical(state.content(), "the state");
    transition.ifPresent(
        edge -> {
          requireCanonical(edge.actionsContent(), "the actions");
          requireCanonical(edge.outcomesContent(), "the outcomes");
        });
  }

  private static void requireCanonical(Content content, String name) {
    content.document().ifPresent(document -> document.requireCanonical(name));
  }

  /** The bytes of those of its documents that are there. */
  public long documentBytes() {
    return size(state.content())
        + transition.map(t -> size(t.actionsContent()) + size(t.outcomesContent())).orElse(0L);
  }

  private static long size(Content content) {
    return content.document().map(Document::size).orElse(0);
  }
}
