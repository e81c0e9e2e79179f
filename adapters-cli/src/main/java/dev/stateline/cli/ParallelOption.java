package dev.stateline.cli;

import dev.stateline.application.run.ParallelRuns;
import java.util.Optional;
import picocli.CommandLine.Option;

/** {@code --parallel}, where several simulations are run. */
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
