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
 * @param engine what may compute the turns after the head
 */
public record ResumeRequest(
    Simulation simulation, Optional<TurnNumber> lastTurn, TakeOver takeOver, Engine engine) {

  /** What may compute the turns after the head. */
  public enum Engine {
    /** Whatever is there; the listener is told if it is not what computed the last turn. */
    ANY,
    /** The engine, version and parameters that computed the last turn, and nothing else. */
    SAME
  }

  public ResumeRequest {
    Objects.requireNonNull(simulation, "simulation");
    Objects.requireNonNull(lastTurn, "lastTurn");
    Objects.requireNonNull(takeOver, "takeOver");
    Objects.requireNonNull(engine, "engine");
  }

  /** A request for whatever engine is there. */
  public ResumeRequest(Simulation simulation, Optional<TurnNumber> lastTurn, TakeOver takeOver) {
    this(simulation, lastTurn, takeOver, Engine.ANY);
  }

  /** The same request, refused where another engine than the last turn's is there. */
  public ResumeRequest requireSameEngine() {
    return new ResumeRequest(simulation, lastTurn, takeOver, Engine.SAME);
  }

  boolean requiresSameEngine() {
    return engine == Engine.SAME;
  }
}
