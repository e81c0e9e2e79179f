package dev.stateline.cli.run;

import dev.stateline.application.history.TurnReference;
import dev.stateline.application.workspace.ForkSeries;
import dev.stateline.application.workspace.Workspace;
import dev.stateline.cli.branch.Rng;
import dev.stateline.cli.session.UsageException;
import dev.stateline.domain.naming.SimulationName;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options of forks in number: {@code --from}, {@code --forks} and {@code --rng}. */
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
          "Their random numbers: reseed:S, where the first has the seed S, the next S+1 and so on;"
              + " or inherit, the original's for all. Default: reseed by the seed in force plus 1;"
              + " one alone inherits.")
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
   * The forks that are asked for.
   *
   * @param name of one, or what the names of several begin with
   * @throws UsageException if there is no name
   */
  ForkSeries series(Workspace workspace, Optional<SimulationName> name) {
    SimulationName called = called(name);
    return rng.isPresent()
        ? new ForkSeries(from.orElseThrow(), called, number(), rng.get().seed())
        : ForkSeries.withOwnSeeds(workspace, from.orElseThrow(), called, number());
  }

  /**
   * @throws UsageException if there is no name
   */
  SimulationName called(Optional<SimulationName> name) {
    return name.orElseThrow(
        () -> new UsageException("forks need --name: what are they to be called?"));
  }

  private int number() {
    return count.orElse(1);
  }

  /** Which random numbers the forks draw, as a sentence. */
  String seeds(ForkSeries series) {
    String original = "'" + series.from().simulation() + "'";
    if (series.reseed().isEmpty()) {
      return series.count() == 1
          ? "It draws the random numbers of " + original + "; --rng reseed:S gives it others."
          : "All of them draw the random numbers of "
              + original
              + ", so where their actions are equal they are.";
    }
    long first = series.reseed().get();
    return series.count() == 1
        ? "Its seed is " + first + "."
        : "Each has a seed of its own, "
            + first
            + " to "
            + (first + series.count() - 1)
            + (rng.isPresent() ? "." : "; --rng inherit gives all that of " + original + ".");
  }
}
