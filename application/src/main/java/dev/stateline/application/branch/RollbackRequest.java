package dev.stateline.application.branch;

import dev.stateline.domain.commit.TakeOver;
import dev.stateline.domain.naming.SimulationName;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.time.TurnNumber;
import java.util.Objects;
import java.util.Optional;

/**
 * A simulation that is to go back.
 *
 * @param turn the turn to go back to, before the head
 * @param tail what becomes of the turns after it
 * @param tailName the name of the archived simulation under which they stay; empty for one made of
 *     the simulation's name and the turn of its head
 * @param takeOver what to do when somebody else runs it
 */
public record RollbackRequest(
    Simulation simulation,
    TurnNumber turn,
    Tail tail,
    Optional<SimulationName> tailName,
    TakeOver takeOver) {

  /** What becomes of the turns after the one that is gone back to. */
  public enum Tail {
    /** They stay readable as an archived simulation. */
    KEEP,
    /** They are deleted, if no fork and no named checkpoint needs them. */
    DISCARD
  }

  public RollbackRequest {
    Objects.requireNonNull(simulation, "simulation");
    Objects.requireNonNull(turn, "turn");
    Objects.requireNonNull(tail, "tail");
    Objects.requireNonNull(tailName, "tailName");
    Objects.requireNonNull(takeOver, "takeOver");
  }

  /** Keeps the turns after it, under a name, and takes over from nobody. */
  public static RollbackRequest of(Simulation simulation, TurnNumber turn, SimulationName tail) {
    return new RollbackRequest(simulation, turn, Tail.KEEP, Optional.of(tail), TakeOver.REFUSE);
  }
}
