package dev.stateline.application.run;

import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.time.TurnNumber;

/** Is told how a run goes on, on the thread of the run. */
public interface RunListener {

  /** A listener that does nothing. */
  RunListener NONE = new RunListener() {};

  /**
   * Another engine, another version of it or other parameters will run the simulation on than those
   * of its last turn. The simulation is open, and nothing of the run is written yet.
   */
  default void engineChanged(EngineChange change) {}

  /**
   * The simulation is open, and its next turn is about to be computed.
   *
   * @param target the turn at which the run is to stop
   */
  default void started(Simulation simulation, TurnNumber target) {}

  /**
   * A turn is durable. The next one may have been computed already, and is then finished even if a
   * stop is asked for here.
   */
  default void turnDone(TurnProgress progress) {}
}
