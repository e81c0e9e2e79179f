package dev.stateline.application.run;

import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.time.TurnNumber;

/** Hears how a run goes on; called on the thread of the run. */
public interface RunListener {

  /** Hears nothing. */
  RunListener NONE = new RunListener() {};

  /**
   * The simulation is open, and its next turn is about to be computed.
   *
   * @param target the turn at which the run is to stop
   */
  default void started(Simulation simulation, TurnNumber target) {}

  /** A turn is durable. */
  default void turnDone(TurnProgress progress) {}
}
