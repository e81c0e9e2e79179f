package dev.stateline.domain.commit;

import dev.stateline.domain.checkpoint.Checkpoint;
import dev.stateline.domain.error.InvalidInputException;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.turn.State;
import dev.stateline.domain.turn.StateRef;
import dev.stateline.domain.turn.Turn;
import java.util.Objects;
import java.util.Optional;

/**
 * All that one turn adds: a state, the transition that leads to it and, where asked for, a
 * checkpoint of it. It is written whole or not at all.
 *
 * @param epoch the writer's fencing token
 * @param expectedHead the state that this one follows; the commit is refused when it is no longer
 *     the head
 */
public record TurnCommit(
    WriterEpoch epoch, StateRef expectedHead, Turn turn, Optional<Checkpoint> checkpoint) {

  /**
   * @throws InvalidInputException if the turn does not follow the expected head by number and chain
   *     hash, a document of it is missing, or the checkpoint names another state; INVALID_DOCUMENT
   *     if a document is not in canonical form
   */
  public TurnCommit {
    Objects.requireNonNull(epoch, "epoch");
    Objects.requireNonNull(expectedHead, "expectedHead");
    Objects.requireNonNull(turn, "turn");
    Objects.requireNonNull(checkpoint, "checkpoint");
    State state = turn.state();
    require(state.turn().value() == expectedHead.turn().value() + 1, "its number");
    // A chain that does not hold must never be stored: it would look like damage for ever.
    require(turn.follows(expectedHead.chainHash()), "its chain hash");
    require(isWhole(turn), "a document that was pruned");
    turn.requireCanonical();
    require(
        checkpoint.stream()
            .allMatch(
                c -> c.state().equals(state.ref()) && c.simulation().equals(state.simulation())),
        "the checkpoint");
  }

  private static boolean isWhole(Turn turn) {
    return turn.state().content().document().isPresent()
        && turn.transition().stream()
            .allMatch(
                t ->
                    t.actionsContent().document().isPresent()
                        && t.outcomesContent().document().isPresent());
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw new InvalidInputException(
          "a turn that is to be committed does not follow from the expected head: " + what);
    }
  }

  /** The state that is added. */
  public State state() {
    return turn.state();
  }

  /** The simulation that the turn belongs to. */
  public SimulationId simulation() {
    return turn.state().simulation();
  }
}
