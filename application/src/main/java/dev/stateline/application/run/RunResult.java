package dev.stateline.application.run;

import dev.stateline.domain.error.StatelineException;
import dev.stateline.domain.simulation.Simulation;
import java.util.Objects;
import java.util.Optional;

/**
 * What became of one of several runs. Without report and failure it had not begun when all were
 * asked to stop.
 *
 * @param simulation as it was before
 * @param report how its run ended
 * @param failure why its run broke off
 */
public record RunResult(
    Simulation simulation, Optional<RunReport> report, Optional<StatelineException> failure) {

  public RunResult {
    Objects.requireNonNull(simulation, "simulation");
    Objects.requireNonNull(report, "report");
    Objects.requireNonNull(failure, "failure");
  }
}
