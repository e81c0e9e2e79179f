package dev.stateline.application.workspace;

import dev.stateline.application.Stateline;
import dev.stateline.application.branch.ForkRequest;
import dev.stateline.application.history.TurnReference;
import dev.stateline.domain.error.ConflictException;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.ErrorDetails;
import dev.stateline.domain.error.ErrorField;
import dev.stateline.domain.error.InvalidInputException;
import dev.stateline.domain.error.Remedy;
import dev.stateline.domain.naming.SimulationName;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.time.TurnNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Forks of one turn, in number.
 *
 * @param from the turn that all of them share last
 * @param name of the only one, or what the names of several begin with: {@code name-1}, {@code
 *     name-2} and so on
 * @param count how many, 1 or more
 * @param reseed the first one's seed, the next one's being greater by one and so on; empty for the
 *     seed that is in force, the same for all
 */
public record ForkSeries(
    TurnReference from, SimulationName name, int count, Optional<Long> reseed) {

  /**
   * @throws InvalidInputException if the count is below 1
   */
  public ForkSeries {
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(reseed, "reseed");
    if (count < 1) {
      throw new InvalidInputException("the number of forks is 1 or more, not " + count);
    }
  }

  /**
   * Forks that go different ways, though nothing else about them differs: the first one's seed is
   * that in force after the turn plus 1. A single one keeps the seed, and goes on as the original
   * would.
   *
   * @throws dev.stateline.domain.error.NotFoundException as {@link #make}
   */
  public static ForkSeries withOwnSeeds(
      Workspace workspace, TurnReference from, SimulationName name, int count) {
    Stateline stateline = workspace.stateline();
    Simulation original = stateline.simulations().find(from.simulation());
    TurnNumber turn = stateline.history().turn(original, from.turn());
    return new ForkSeries(
        from,
        name,
        count,
        count == 1
            ? Optional.empty()
            : Optional.of(stateline.branches().seedAfter(original.id(), turn) + 1));
  }

  /**
   * Makes the forks, in their order.
   *
   * @throws ConflictException NAME_TAKEN, before any is made
   * @throws dev.stateline.domain.error.NotFoundException SIMULATION_NOT_FOUND, TURN_OUT_OF_RANGE or
   *     CHECKPOINT_NOT_FOUND
   */
  public List<Simulation> make(Workspace workspace) {
    Simulation original = workspace.stateline().simulations().findToRead(from.simulation());
    TurnNumber turn = workspace.stateline().history().turn(original, from.turn());
    List<SimulationName> names = names();
    names.forEach(one -> requireFree(workspace, one));
    List<Simulation> forks = new ArrayList<>();
    for (SimulationName one : names) {
      long others = forks.size();
      forks.add(
          workspace
              .runner()
              .fork(
                  new ForkRequest(
                      original,
                      turn,
                      one,
                      reseed.map(first -> first + others),
                      Optional.empty(),
                      Optional.empty())));
    }
    return forks;
  }

  private List<SimulationName> names() {
    return count == 1
        ? List.of(name)
        : IntStream.rangeClosed(1, count)
            .mapToObj(i -> new SimulationName(name.value() + "-" + i))
            .toList();
  }

  /** Refuses a taken name before any fork is made: half of them would be of no use to anybody. */
  private static void requireFree(Workspace workspace, SimulationName name) {
    if (workspace.stateline().simulations().isTaken(name)) {
      throw new ConflictException(
          ErrorCode.NAME_TAKEN,
          "there is a simulation named '" + name + "' already; no fork was made",
          ErrorDetails.of(ErrorField.NAME, name).with(Remedy.RESUME_OR_RENAME));
    }
  }
}
