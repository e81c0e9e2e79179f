package dev.stateline.application.run;

import dev.stateline.application.control.Ticker;
import dev.stateline.application.guard.Guarded;
import dev.stateline.application.manager.CheckpointRequest;
import dev.stateline.application.manager.EncodedTurn;
import dev.stateline.application.manager.NewTurn;
import dev.stateline.application.manager.StateManager;
import dev.stateline.application.shared.Awaited;
import dev.stateline.domain.commit.Committed;
import dev.stateline.domain.engine.TurnContext;
import dev.stateline.domain.engine.TurnResult;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.ErrorField;
import dev.stateline.domain.error.FailureException;
import dev.stateline.domain.error.InvalidInputException;
import dev.stateline.domain.error.Remedy;
import dev.stateline.domain.error.StatelineException;
import dev.stateline.domain.history.Head;
import dev.stateline.domain.simulation.SimulationStatus;
import dev.stateline.domain.simulation.StatusChange;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.turn.Action;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;

/** One run of a {@link SimulationCoordinator}. Not thread-safe. */
final class RunLoop<S> {

  /** Nobody sees that a turn is told so much later. */
  private static final Duration QUICK = Duration.ofMillis(100);

  private final SimulationCoordinator<S> parts;
  private final TurnNumber target;
  private final RunListener listener;
  // The other ticker is that of the loop's own thread, and commits end on others.
  private final Ticker commitTicker = System::nanoTime;
  private final CommitTimes commits = new CommitTimes();
  private Optional<HandedOver> handedOver = Optional.empty();
  private long tick;
  private TurnTimings timings = TurnTimings.NONE;
  private long storedBytes;

  /** A turn that is ready to be handed over. */
  private record Computed(EncodedTurn turn, Duration processing, Duration encoding) {}

  /** A turn that was handed over. */
  private record HandedOver(
      CompletionStage<Durable> commit, Duration processing, Duration encoding) {}

  /** A turn that is durable. */
  private record Durable(Committed committed, Duration commitTime) {}

  RunLoop(SimulationCoordinator<S> parts, TurnNumber target, RunListener listener) {
    this.parts = parts;
    this.target = target;
    this.listener = listener;
  }

  RunReport run(TurnNumber start) {
    boolean quick = false;
    while (target.isAfter(parts.manager.tip().turn()) && !parts.stop.isRequested()) {
      long begin = ticks();
      Computed next = compute(begin);
      finish();
      handedOver =
          Optional.of(new HandedOver(commit(next.turn()), next.processing(), next.encoding()));
      if (!quick) {
        finish();
      }
      quick = next.processing().plus(next.encoding()).compareTo(QUICK) < 0;
    }
    finish();
    Head head = parts.manager.head();
    SimulationStatus status =
        target.isAfter(head.turn()) ? SimulationStatus.PAUSED : SimulationStatus.COMPLETED;
    parts.manager.changeStatus(StatusChange.to(status));
    return new RunReport(
        parts.manager.simulation(), status, start, target, head, timings, commits, storedBytes);
  }

  private CompletionStage<Durable> commit(EncodedTurn turn) {
    long begin = commitTicker.nanos();
    return parts
        .manager
        .commitAsync(turn)
        .thenApply(
            committed -> new Durable(committed, Duration.ofNanos(commitTicker.nanos() - begin)));
  }

  private long ticks() {
    tick = parts.ticker.nanos();
    return tick;
  }

  /** Waits for the turn that is under way, if there is one, and tells of it. */
  private void finish() {
    if (handedOver.isEmpty()) {
      return;
    }
    HandedOver turn = handedOver.get();
    handedOver = Optional.empty();
    long waits = tick;
    // What it failed of is told once, and no turn is left that follows it.
    parts.manager.drain();
    Durable durable = Awaited.resultOf(turn.commit());
    Committed committed = durable.committed();
    TurnTimings spent =
        new TurnTimings(turn.processing(), turn.encoding(), Duration.ofNanos(ticks() - waits));
    timings = timings.plus(spent);
    commits.add(durable.commitTime());
    storedBytes += committed.storedBytes();
    listener.turnDone(new TurnProgress(target, committed, spent));
  }

  private Computed compute(long begin) {
    StateManager<S> manager = parts.manager;
    TurnNumber number = manager.tip().turn().next();
    TurnContext context = TurnContext.of(number, manager.seed()).in(manager.simulation().name());
    S shown = step(number, manager::currentState);
    long decoded = ticks();
    List<Action> actions =
        step(number, () -> taken(() -> parts.actionSource.actions(shown, context)));
    long asked = ticks();
    // One of its own: what the action source did to the state that it was shown is not on record.
    S state = step(number, manager::currentState);
    long decodedAgain = ticks();
    TurnResult<S> result =
        step(number, () -> taken(() -> parts.engine.processTurn(state, actions, context)));
    long played = ticks();
    Duration processing = Duration.ofNanos(asked - decoded + played - decodedAgain);
    EncodedTurn encoded =
        step(number, () -> encode(new NewTurn<>(actions, result, processing, checkpoint(number))));
    return new Computed(encoded, processing, Duration.ofNanos(ticks() - begin).minus(processing));
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
      throw Guarded.foreignState(parts.manager.format().codec(), e);
    }
  }

  private EncodedTurn encode(NewTurn<S> turn) {
    try {
      return parts.manager.encode(turn);
    } catch (InvalidInputException e) {
      throw Guarded.unfitState(parts.engine, e);
    }
  }

  private Optional<CheckpointRequest> checkpoint(TurnNumber number) {
    return number.value() % parts.checkpointInterval == 0
        ? Optional.of(CheckpointRequest.automatic(number))
        : Optional.empty();
  }

  private FailureException failed(TurnNumber number, StatelineException fault) {
    finish();
    // An interrupted thread gets no connection to note the failure with.
    boolean interrupted = Thread.interrupted();
    FailureException failure =
        new FailureException(
            ErrorCode.SCENARIO_FAILED,
            "turn "
                + number
                + " of simulation '"
                + parts.manager.simulation().name()
                + "' failed: "
                + fault.getMessage()
                + "; turn "
                + parts.manager.head().turn()
                + " is safe",
            fault
                .details()
                .with(ErrorField.SIMULATION, parts.manager.simulation().name())
                .with(ErrorField.TURN, number)
                .with(ErrorField.HEAD, parts.manager.head().turn())
                .with(Remedy.RESUME),
            fault instanceof FailureException ? fault.getCause() : fault);
    try {
      parts.manager.changeStatus(StatusChange.failed("turn " + number + ": " + fault.getMessage()));
    } catch (StatelineException e) {
      failure.addSuppressed(e);
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return failure;
  }
}
