package dev.stateline.application.run;

import dev.stateline.domain.commit.TakeOver;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.time.TurnNumber;
import java.util.Objects;
import java.util.Optional;

/**
 * A simulation to be run on.
 *
 * @param lastTurn the turn at which to stop; empty for the one that it was to stop at before
 * @param takeOver what to do when somebody else runs it
 */
public record ResumeRequest(
    Simulation simulation, Optional<TurnNumber> lastTurn, TakeOver takeOver) {

  public ResumeRequest {
    Objects.requireNonNull(simulation, "simulation");
    Objects.requireNonNull(lastTurn, "lastTurn");
    Objects.requireNonNull(takeOver, "takeOver");
  }
}
