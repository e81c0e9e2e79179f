package dev.stateline.application.branch;

import dev.stateline.domain.error.InvalidInputException;
import dev.stateline.domain.naming.SimulationName;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.turn.Intervention;
import java.util.Objects;
import java.util.Optional;

/**
 * A simulation that is to branch from another.
 *
 * @param from the simulation whose history it shares
 * @param turn the last turn that it shares; with an intervention, the turn that it changes
 * @param name of the fork
 * @param reseed the seed that is in force from its first own turn on; empty to keep the one of the
 *     turn, so that the fork's future is the same if nothing else differs
 * @param intervention a change of the turn's state
 * @param reason why, for people; kept in the fork's metadata
 */
public record ForkRequest(
    Simulation from,
    TurnNumber turn,
    SimulationName name,
    Optional<Long> reseed,
    Optional<Intervention> intervention,
    Optional<String> reason) {

  /**
   * @throws InvalidInputException if it is both to change a turn and to give a seed
   */
  public ForkRequest {
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(turn, "turn");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(reseed, "reseed");
    Objects.requireNonNull(intervention, "intervention");
    Objects.requireNonNull(reason, "reason");
    if (intervention.isPresent() && reseed.isPresent()) {
      // The changed turn was computed with the seed before, which a replay of it needs.
      throw new InvalidInputException(
          "a fork either changes a state or has a new seed; fork with the change first, then fork"
              + " that one with the seed");
    }
  }

  /** A plain fork: the same future if nothing else differs. */
  public static ForkRequest of(Simulation from, TurnNumber turn, SimulationName name) {
    return new ForkRequest(from, turn, name, Optional.empty(), Optional.empty(), Optional.empty());
  }
}
