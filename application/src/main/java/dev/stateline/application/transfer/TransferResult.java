package dev.stateline.application.transfer;

import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.turn.Receipt;
import java.util.Objects;

/**
 * What became of one simulation.
 *
 * @param simulation as it is in the source
 * @param outcome what was done
 * @param turns how many turns were copied; 0 if it was there already
 * @param source its receipt in the source
 * @param target its receipt in the target
 */
public record TransferResult(
    Simulation simulation, Outcome outcome, int turns, Receipt source, Receipt target) {

  /** What was done about a simulation. */
  public enum Outcome {
    /** All of its turns were copied. */
    COPIED,
    /** An earlier transfer that did not come to its end was gone on with. */
    RESUMED,
    /** It was in the target already, with the same history. */
    PRESENT
  }

  public TransferResult {
    Objects.requireNonNull(simulation, "simulation");
    Objects.requireNonNull(outcome, "outcome");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(target, "target");
  }

  /** Whether both databases hold the same history. */
  public boolean isEqual() {
    return source.equals(target);
  }
}
