package dev.stateline.application.run;

import dev.stateline.application.control.StopSignal;
import dev.stateline.application.control.Ticker;
import dev.stateline.application.guard.Guarded;
import dev.stateline.application.guard.UnderWay;
import dev.stateline.application.manager.CheckpointRequest;
import dev.stateline.application.manager.EncodedTurn;
import dev.stateline.application.manager.NewTurn;
import dev.stateline.application.manager.StateManager;
import dev.stateline.domain.commit.Committed;
import dev.stateline.domain.engine.ActionSource;
import dev.stateline.domain.engine.GameEngine;
import dev.stateline.domain.engine.TurnContext;
import dev.stateline.domain.engine.TurnResult;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.ErrorField;
import dev.stateline.domain.error.FailureException;
import dev.stateline.domain.error.InvalidInputException;
import dev.stateline.domain.error.Remedy;
import dev.stateline.domain.error.StatelineException;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.simulation.SimulationStatus;
import dev.stateline.domain.simulation.StatusChange;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.turn.Action;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * The loop of a simulation: asks the action source for the turn's actions and the engine for the
 * next state, commits the turn through the {@link StateManager}, makes a checkpoint every few
 * turns, tells the listener, and stops where it is to stop or when it is asked to.
 *
 * <p>Not thread-safe; a stop is requested through the {@link StopSignal}, from any thread.
 */
public final class SimulationCoordinator<S> {

  private final StateManager<S> manager;
  private final ActionSource<S> actionSource;
  private final GameEngine<S> engine;
  private final int checkpointInterval;
  private final StopSignal stop;
  private final Ticker ticker;

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
      return run(start, target, listener);
    } finally {
      underWay.close();
    }
  }

  /** Somebody has ended the process: the thread of the run does not go on. */
  private void cutOff(String why) {
    manager.changeStatus(StatusChange.failed("turn " + manager.head().turn().next() + ": " + why));
    manager.close();
  }

  private RunReport run(TurnNumber start, TurnNumber target, RunListener listener) {
    TurnTimings timings = TurnTimings.NONE;
    long storedBytes = 0;
    while (target.isAfter(manager.head().turn()) && !stop.isRequested()) {
      TurnProgress progress = turn(target);
      timings = timings.plus(progress.timings());
      storedBytes += progress.committed().storedBytes();
      listener.turnDone(progress);
    }
    SimulationStatus status =
        target.isAfter(manager.head().turn())
            ? SimulationStatus.PAUSED
            : SimulationStatus.COMPLETED;
    manager.changeStatus(StatusChange.to(status));
    return new RunReport(
        manager.simulation(), status, start, target, manager.head(), timings, storedBytes);
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

  private TurnProgress turn(TurnNumber target) {
    TurnNumber number = manager.head().turn().next();
    TurnContext context = TurnContext.of(number, manager.seed()).in(manager.simulation().name());
    long begin = ticker.nanos();
    S shown = step(number, manager::currentState);
    long decoded = ticker.nanos();
    List<Action> actions = step(number, () -> taken(() -> actionSource.actions(shown, context)));
    long asked = ticker.nanos();
    // One of its own: what the action source did to the state that it was shown is not on record.
    S state = step(number, manager::currentState);
    long decodedAgain = ticker.nanos();
    TurnResult<S> result =
        step(number, () -> taken(() -> engine.processTurn(state, actions, context)));
    long played = ticker.nanos();
    Duration processing = Duration.ofNanos(asked - decoded + played - decodedAgain);
    EncodedTurn encoded =
        step(number, () -> encode(new NewTurn<>(actions, result, processing, checkpoint(number))));
    long ready = ticker.nanos();
    Committed committed = manager.commit(encoded);
    return new TurnProgress(
        target,
        committed,
        new TurnTimings(
            processing,
            Duration.ofNanos(ready - begin).minus(processing),
            Duration.ofNanos(ticker.nanos() - ready)));
  }

  /** A step before the commit: whatever ends it, the simulation is failed and resumable. */
  private <T> T step(TurnNumber number, Callable<T> work) {
    try {
      return work.call();
    } catch (StatelineException e) {
      throw failed(number, e);
    } catch (Exception e) {
      throw new IllegalStateException("a guard lets nothing else through", e);
    }
  }

  /** A call with a state that the codec made. */
  private <T> T taken(Callable<T> call) throws Exception {
    try {
      return call.call();
    } catch (InvalidInputException e) {
      throw Guarded.foreignState(manager.format().codec(), e);
    }
  }

  private EncodedTurn encode(NewTurn<S> turn) {
    try {
      return manager.encode(turn);
    } catch (InvalidInputException e) {
      throw Guarded.unfitState(engine, e);
    }
  }

  private Optional<CheckpointRequest> checkpoint(TurnNumber number) {
    return number.value() % checkpointInterval == 0
        ? Optional.of(CheckpointRequest.automatic(number))
        : Optional.empty();
  }

  private FailureException failed(TurnNumber number, StatelineException fault) {
    // An interrupted thread gets no connection to note the failure with.
    boolean interrupted = Thread.interrupted();
    FailureException failure =
        new FailureException(
            ErrorCode.SCENARIO_FAILED,
            "turn "
                + number
                + " of simulation '"
                + manager.simulation().name()
                + "' failed: "
                + fault.getMessage()
                + "; turn "
                + manager.head().turn()
                + " is safe",
            fault
                .details()
                .with(ErrorField.SIMULATION, manager.simulation().name())
                .with(ErrorField.TURN, number)
                .with(ErrorField.HEAD, manager.head().turn())
                .with(Remedy.RESUME),
            fault instanceof FailureException ? fault.getCause() : fault);
    try {
      manager.changeStatus(StatusChange.failed("turn " + number + ": " + fault.getMessage()));
    } catch (StatelineException e) {
      failure.addSuppressed(e);
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return failure;
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
