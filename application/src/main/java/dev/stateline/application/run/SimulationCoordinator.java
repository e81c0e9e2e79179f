package dev.stateline.application.run;

import dev.stateline.application.control.StopSignal;
import dev.stateline.application.control.Ticker;
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
import dev.stateline.domain.error.ErrorDetails;
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
import dev.stateline.domain.turn.Intervention;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

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
    this.actionSource = builder.actionSource;
    this.engine = builder.engine;
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
   * @throws FailureException ENGINE_FAILED if the engine or the action source threw, or made what
   *     cannot be kept; the simulation then is failed, its head the last whole turn
   * @throws dev.stateline.domain.error.ConflictException if another writer took over
   * @throws dev.stateline.domain.error.UnavailableException if the database went away; resumable
   */
  public RunReport run(TurnNumber target, RunListener listener) {
    TurnNumber start = manager.head().turn();
    requireAhead(manager.simulation(), start, target);
    manager.changeStatus(StatusChange.running(target));
    listener.started(manager.simulation(), target);
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
    long begin = ticker.nanos();
    S state = decode(number);
    long decoded = ticker.nanos();
    Computed<S> computed = compute(state, number);
    long played = ticker.nanos();
    EncodedTurn encoded = encode(computed, number, Duration.ofNanos(played - decoded));
    long ready = ticker.nanos();
    Committed committed = manager.commit(encoded);
    long durable = ticker.nanos();
    return new TurnProgress(
        target,
        committed,
        new TurnTimings(
            Duration.ofNanos(played - decoded),
            Duration.ofNanos(decoded - begin + ready - played),
            Duration.ofNanos(durable - ready)));
  }

  private record Computed<S>(List<Action> actions, TurnResult<S> result) {}

  // An engine is a stranger's code: whatever it throws must leave the simulation failed and
  // resumable.
  private Computed<S> compute(S state, TurnNumber number) {
    TurnContext context = TurnContext.of(number, manager.seed()).in(manager.simulation().name());
    try {
      List<Action> given = actionSource.actions(state, context);
      List<Action> actions =
          List.copyOf(Objects.requireNonNull(given, "the action source gave no list of actions"));
      requireNoIntervention(actions);
      TurnResult<S> result = engine.processTurn(state, actions, context);
      return new Computed<>(actions, Objects.requireNonNull(result, "the engine gave no result"));
    } catch (Throwable e) {
      throw failed(number, e);
    }
  }

  /** A replay would take it for a patch of the state. */
  private static void requireNoIntervention(List<Action> actions) {
    if (actions.stream().anyMatch(action -> action.kind().equals(Intervention.KIND))) {
      throw new InvalidInputException(
          "an action of the kind '"
              + Intervention.KIND
              + "' is a person's change of a state; an action source gives no such action");
    }
  }

  // So is the scenario's codec, both ways.
  private S decode(TurnNumber number) {
    try {
      return manager.currentState();
    } catch (Throwable e) {
      throw failed(number, e);
    }
  }

  private EncodedTurn encode(Computed<S> computed, TurnNumber number, Duration processingTime) {
    try {
      return manager.encode(
          new NewTurn<>(computed.actions(), computed.result(), processingTime, checkpoint(number)));
    } catch (Throwable e) {
      throw failed(number, e);
    }
  }

  private Optional<CheckpointRequest> checkpoint(TurnNumber number) {
    return number.value() % checkpointInterval == 0
        ? Optional.of(CheckpointRequest.automatic(number))
        : Optional.empty();
  }

  private FailureException failed(TurnNumber number, Throwable cause) {
    String what =
        cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    FailureException failure =
        new FailureException(
            ErrorCode.ENGINE_FAILED,
            "turn "
                + number
                + " of simulation '"
                + manager.simulation().name()
                + "' failed in the scenario's engine: "
                + what
                + "; turn "
                + manager.head().turn()
                + " is safe",
            ErrorDetails.of(ErrorField.SIMULATION, manager.simulation().name())
                .with(ErrorField.TURN, number)
                .with(ErrorField.HEAD, manager.head().turn())
                .with(Remedy.RESUME),
            cause);
    try {
      manager.changeStatus(StatusChange.failed("turn " + number + ": " + what));
    } catch (StatelineException e) {
      failure.addSuppressed(e);
    }
    if (cause instanceof InterruptedException) {
      // Only now: an interrupted thread gets no connection to note the failure with.
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
