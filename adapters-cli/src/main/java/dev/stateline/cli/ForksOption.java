package dev.stateline.cli;

import dev.stateline.application.branch.ForkRequest;
import dev.stateline.application.history.TurnReference;
import dev.stateline.cli.workspace.Workspace;
import dev.stateline.domain.error.ConflictException;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.naming.SimulationName;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.time.TurnNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** {@code --from}, and how many forks of it are to run. */
final class ForksOption {

  @Option(
      names = "--from",
      paramLabel = "N@T",
      description =
          "Run forks of this turn instead of a new simulation; --name is theirs, with -1, -2, ...")
  private Optional<TurnReference> from;

  @Option(names = "--forks", paramLabel = "K", description = "So many of them. Default: 1.")
  private Optional<Integer> count;

  @Option(
      names = "--rng",
      paramLabel = "RNG",
      description =
          "Their random numbers: inherit (default), or reseed:S, where the first has the seed S,"
              + " the next S+1 and so on.")
  private Optional<Rng> rng;

  /**
   * @throws UsageException if there are forks to be made, and nothing says of what
   */
  boolean isGiven() {
    if (from.isEmpty() && (count.isPresent() || rng.isPresent())) {
      throw new UsageException("--forks and --rng are about forks: give --from N@T with them");
    }
    return from.isPresent();
  }

  /**
   * Makes the forks.
   *
   * @param name of one, or what the names of several begin with
   */
  List<Simulation> make(Workspace workspace, Optional<SimulationName> name) {
    TurnReference reference = from.orElseThrow();
    Simulation original = workspace.stateline().simulations().find(reference.simulation());
    TurnNumber turn = workspace.stateline().history().turn(original, reference.turn());
    String stem =
        name.orElseThrow(() -> new UsageException("forks need --name: what are they to be called?"))
            .value();
    List<SimulationName> names = names(stem, count.orElse(1));
    names.forEach(one -> requireFree(workspace, one));
    List<Simulation> forks = new ArrayList<>();
    for (SimulationName one : names) {
      Optional<Long> seed = rng.orElse(Rng.INHERIT).after(forks.size()).seed();
      forks.add(
          workspace
              .runner()
              .fork(
                  new ForkRequest(original, turn, one, seed, Optional.empty(), Optional.empty())));
    }
    return forks;
  }

  /** Before any is made: half of them would be of no use to anybody. */
  private static void requireFree(Workspace workspace, SimulationName name) {
    if (workspace.stateline().simulations().isTaken(name)) {
      throw new ConflictException(
          ErrorCode.NAME_TAKEN,
          "there is a simulation named '"
              + name
              + "' already; no fork was made: choose another"
              + " --name, or run those on with 'resume'");
    }
  }

  private static List<SimulationName> names(String stem, int count) {
    if (count == 1) {
      return List.of(new SimulationName(stem));
    }
    List<SimulationName> names = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      names.add(new SimulationName(stem + "-" + i));
    }
    return names;
  }
}
