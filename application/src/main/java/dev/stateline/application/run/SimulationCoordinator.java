package dev.stateline.application.run;

import dev.stateline.application.control.StopSignal;
import dev.stateline.application.control.Ticker;
import dev.stateline.application.guard.Guarded;
import dev.stateline.application.guard.UnderWay;
import dev.stateline.application.manager.StateManager;
import dev.stateline.domain.engine.ActionSource;
import dev.stateline.domain.engine.GameEngine;
import dev.stateline.domain.error.FailureException;
import dev.stateline.domain.error.InvalidInputException;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.simulation.StatusChange;
import dev.stateline.domain.time.TurnNumber;
import java.util.Objects;

/**
 * The loop of a simulation: asks the action source for the turn's actions and the engine for the
 * next state, commits the turn through the {@link StateManager}, makes a checkpoint every few
 * turns, tells the listener, and stops where it is to stop or when it is asked to.
 *
 * <p>A turn is written while the next one is computed, if that is likely to take no longer than a
 * tenth of a second: otherwise it would be told too late that the turn is durable, for next to
 * nothing. A stop that is asked for meanwhile lets the turn be finished that is being computed.
 *
 * <p>Not thread-safe; a stop is requested through the {@link StopSignal}, from any thread.
 */
public final class SimulationCoordinator<S> {

  final StateManager<S> manager;
  final ActionSource<S> actionSource;
  final GameEngine<S> engine;
  final int checkpointInterval;
  final StopSignal stop;
  final Ticker ticker;

  private SimulationCoordinator(Builder<S> builder) {
    this.manager = builder.manager;
    this.actionSource = Guarded.actionSource(builder.actionSource);
    this.engine = Guarded.engine(builder.engine);
    this.checkpointInterval = builder.checkpointInterval;
    this.stop = builder.stop;
    this.ticker = builder.ticker;
  }

  /**
   * Begins a loop that makes a checkpoint every fifth turn, and that nobody stops.
   *
   * @param manager the open simulation; it stays open
   */
  public static <S> Builder<S> of(
      StateManager<S> manager, ActionSource<S> actionSource, GameEngine<S> engine) {
    return new Builder<>(manager, actionSource, engine);
  }

  /**
   * Runs until a turn is the head, or a stop is requested.
   *
   * @param target the turn at which to stop, counted from 0
   * @throws InvalidInputException if the head is past the target already
   * @throws FailureException SCENARIO_FAILED if the engine, the action source or the codec threw,
   *     or made what cannot be kept; the simulation then is failed, its head the last whole turn
   * @throws dev.stateline.domain.error.ConflictException if another writer took over
   * @throws dev.stateline.domain.error.UnavailableException if the database went away; resumable
   */
  public RunReport run(TurnNumber target, RunListener listener) {
    TurnNumber start = manager.head().turn();
    requireAhead(manager.simulation(), start, target);
    manager.changeStatus(StatusChange.running(target));
    listener.started(manager.simulation(), target);
    UnderWay.Run underWay = UnderWay.run(this::cutOff);
    try {
      return new RunLoop<>(this, target, listener).run(start);
    } finally {
      underWay.close();
    }
  }

  /** Somebody has ended the process: the thread of the run does not go on. */
  private void cutOff(String why) {
    manager.changeStatus(StatusChange.failed("turn " + manager.head().turn().next() + ": " + why));
    manager.close();
  }

  /**
   * @throws InvalidInputException if the simulation's head is past the target
   */
  static void requireAhead(Simulation simulation, TurnNumber target) {
    requireAhead(simulation, simulation.head().turn(), target);
  }

  private static void requireAhead(Simulation simulation, TurnNumber head, TurnNumber target) {
    if (head.isAfter(target)) {
      throw new InvalidInputException(
          "simulation '"
              + simulation.name()
              + "' is at turn "
              + head
              + " already, after turn "
              + target
              + "; give a later turn to stop at");
    }
  }

  /** Puts a loop together. Not thread-safe. */
  public static final class Builder<S> {
    private final StateManager<S> manager;
    private final ActionSource<S> actionSource;
    private final GameEngine<S> engine;
    private int checkpointInterval = 5;
    private StopSignal stop = new StopSignal();
    private Ticker ticker = System::nanoTime;

    private Builder(StateManager<S> manager, ActionSource<S> actionSource, GameEngine<S> engine) {
      this.manager = Objects.requireNonNull(manager, "manager");
      this.actionSource = Objects.requireNonNull(actionSource, "actionSource");
      this.engine = Objects.requireNonNull(engine, "engine");
    }

    /**
     * An automatic checkpoint every so many turns.
     *
     * @param turns 1 or more
     * @throws InvalidInputException if it is below 1
     */
    public Builder<S> checkpointInterval(int turns) {
      if (turns < 1) {
        throw new InvalidInputException("checkpoint_interval is 1 or more, not " + turns);
      }
      this.checkpointInterval = turns;
      return this;
    }

    /** Asked between turns whether to stop. */
    public Builder<S> stop(StopSignal signal) {
      this.stop = Objects.requireNonNull(signal, "signal");
      return this;
    }

    /** Measures what turns take. */
    public Builder<S> ticker(Ticker clock) {
      this.ticker = Objects.requireNonNull(clock, "clock");
      return this;
    }

    public SimulationCoordinator<S> build() {
      return new SimulationCoordinator<>(this);
    }
  }
}
