package dev.stateline.cli.run;

import dev.stateline.application.history.TurnReference;
import dev.stateline.application.workspace.ForkSeries;
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
   * The forks that are asked for.
   *
   * @param name of one, or what the names of several begin with
   * @throws UsageException if there is no name
   */
  ForkSeries series(Optional<SimulationName> name) {
    return new ForkSeries(
        from.orElseThrow(),
        name.orElseThrow(
            () -> new UsageException("forks need --name: what are they to be called?")),
        count.orElse(1),
        rng.flatMap(Rng::seed));
  }
}
