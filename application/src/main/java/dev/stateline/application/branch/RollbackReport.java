package dev.stateline.application.branch;

import dev.stateline.domain.simulation.Simulation;
import java.util.Objects;
import java.util.Optional;

/**
 * What a rollback left.
 *
 * @param simulation as it is now
 * @param tail the archived simulation with the turns that came after; empty if they were discarded
 */
public record RollbackReport(Simulation simulation, Optional<Simulation> tail) {

  public RollbackReport {
    Objects.requireNonNull(simulation, "simulation");
    Objects.requireNonNull(tail, "tail");
  }
}
