package dev.stateline.domain.engine;

import dev.stateline.domain.naming.SimulationName;
import dev.stateline.domain.time.TurnNumber;
import java.util.Objects;
import java.util.Optional;

/**
 * What an engine or an action source may know of a turn beside state and actions. Immutable.
 *
 * <p>A result may depend on turn, seed and random numbers, and not on the simulation's name: two
 * simulations that were run alike are equal, whatever they are called.
 */
public final class TurnContext {

  private final TurnNumber turn;
  private final long seed;
  private final SimulationName simulation;

  private TurnContext(TurnNumber turn, long seed, SimulationName simulation) {
    this.turn = Objects.requireNonNull(turn, "turn");
    this.seed = seed;
    this.simulation = simulation;
  }

  /**
   * The context of a turn of no certain simulation.
   *
   * @param turn the turn that is being computed; 0 for the initial state
   * @param seed the seed in force
   */
  public static TurnContext of(TurnNumber turn, long seed) {
    return new TurnContext(turn, seed, null);
  }

  /** The same turn, in a simulation. */
  public TurnContext in(SimulationName name) {
    return new TurnContext(turn, seed, Objects.requireNonNull(name, "name"));
  }

  /** The turn that is being computed; 0 for the initial state. */
  public TurnNumber turn() {
    return turn;
  }

  /** The seed in force in the turn. */
  public long seed() {
    return seed;
  }

  /** The simulation that the turn belongs to, for messages; empty where there is none yet. */
  public Optional<SimulationName> simulation() {
    return Optional.ofNullable(simulation);
  }

  /**
   * A fresh generator for one purpose in this turn. The same seed, turn and stream give the same
   * numbers, whatever other streams were drawn from; an action source and an engine therefore use
   * streams of their own.
   *
   * @param stream the purpose, for example {@code engine/growth}
   */
  public TurnRandom random(String stream) {
    return TurnRandom.of(seed, turn, stream);
  }
}
