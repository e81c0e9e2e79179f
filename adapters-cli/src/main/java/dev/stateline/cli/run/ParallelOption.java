package dev.stateline.cli.run;

import dev.stateline.application.run.ParallelRuns;
import dev.stateline.cli.session.UsageException;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The option {@code --parallel} of commands that run several simulations. */
final class ParallelOption {

  @Option(
      names = "--parallel",
      paramLabel = "P",
      description =
          "Run so many simulations at a time; as many as there are processors by default.")
  private Optional<Integer> parallel;

  boolean isGiven() {
    return parallel.isPresent();
  }

  /**
   * @throws UsageException if there are too many
   */
  int threads() {
    if (parallel.isPresent() && parallel.get() > ParallelRuns.MOST) {
      throw new UsageException(
          "--parallel is at most " + ParallelRuns.MOST + ", not " + parallel.get());
    }
    return parallel.orElseGet(() -> Runtime.getRuntime().availableProcessors());
  }
}
