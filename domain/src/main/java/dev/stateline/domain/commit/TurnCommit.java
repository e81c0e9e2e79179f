package dev.stateline.domain.commit;

import dev.stateline.domain.checkpoint.Checkpoint;
import dev.stateline.domain.error.InvalidInputException;
import dev.stateline.domain.turn.State;
import dev.stateline.domain.turn.StateId;
import dev.stateline.domain.turn.Transition;
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
    WriterEpoch epoch,
    StateId expectedHead,
    State state,
    Transition transition,
    Optional<Checkpoint> checkpoint) {

  /**
   * @throws InvalidInputException if the parts do not belong to one turn of one simulation
   */
  public TurnCommit {
    Objects.requireNonNull(epoch, "epoch");
    Objects.requireNonNull(expectedHead, "expectedHead");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(transition, "transition");
    Objects.requireNonNull(checkpoint, "checkpoint");
    require(transition.simulation().equals(state.simulation()), "the transition's simulation");
    require(transition.from().equals(expectedHead), "the transition's beginning");
    require(transition.to().equals(state.id()), "the transition's end");
    require(
        checkpoint.stream()
            .allMatch(
                c ->
                    c.state().equals(state.id())
                        && c.simulation().equals(state.simulation())
                        && c.turn().equals(state.turn())),
        "the checkpoint");
    require(state.turn().value() > 0, "turn 0, which is written when a simulation is created,");
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw new InvalidInputException("in a turn commit, " + what + " does not fit the state");
    }
  }
}
