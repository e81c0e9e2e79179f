package dev.stateline.application.replay;

import dev.stateline.application.guard.Guarded;
import dev.stateline.application.manager.StateFormat;
import dev.stateline.domain.document.Document;
import dev.stateline.domain.engine.ActionSource;
import dev.stateline.domain.engine.GameEngine;
import dev.stateline.domain.engine.InitialState;
import dev.stateline.domain.engine.Scenario;
import dev.stateline.domain.engine.TurnContext;
import dev.stateline.domain.engine.TurnResult;
import dev.stateline.domain.error.FailureException;
import dev.stateline.domain.error.InvalidInputException;
import dev.stateline.domain.naming.SimulationName;
import dev.stateline.domain.turn.Action;
import dev.stateline.domain.turn.State;
import dev.stateline.domain.turn.TurnLog;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;

/**
 * One opened scenario that computes turns from documents to documents, as a run does between two
 * commits: it is never given an object that it had before.
 */
final class TurnComputer<S> implements AutoCloseable {

  private final Scenario<S> scenario;
  private final SimulationName simulation;
  private final StateFormat<S> format;
  private final ActionSource<S> actionSource;
  private final GameEngine<S> engine;

  private TurnComputer(Scenario<S> scenario, SimulationName simulation) {
    this.scenario = scenario;
    this.simulation = simulation;
    this.format = StateFormat.of(scenario);
    this.actionSource = scenario.actionSource();
    this.engine = scenario.engine();
  }

  /**
   * @param opened closed with the computer, or at once if that cannot be made
   * @param simulation whose turns are computed
   */
  static TurnComputer<?> of(Scenario<?> opened, SimulationName simulation) {
    Scenario<?> guarded = Guarded.scenario(opened);
    try {
      return new TurnComputer<>(guarded, simulation);
    } catch (RuntimeException e) {
      closeAfter(e, guarded);
      throw e;
    }
  }

  private static void closeAfter(RuntimeException e, Scenario<?> scenario) {
    try {
      scenario.close();
    } catch (RuntimeException again) {
      e.addSuppressed(again);
    }
  }

  /** Closes the scenario. */
  @Override
  public void close() {
    scenario.close();
  }

  /** Closes all of them, also when one cannot be closed. */
  static void closeAll(List<? extends TurnComputer<?>> computers) {
    RuntimeException first = null;
    for (TurnComputer<?> computer : computers) {
      try {
        computer.close();
      } catch (RuntimeException e) {
        first = first == null ? e : first;
      }
    }
    if (first != null) {
      throw first;
    }
  }

  Scenario<S> scenario() {
    return scenario;
  }

  /** A stored state in the shape in which this scenario writes states. */
  Document upcast(State stored) {
    return format.upcast(stored, simulation);
  }

  /** As {@link #upcast}, of a state that the next turn is computed from: it must fit the type. */
  Document begin(State stored) {
    format.decode(stored, simulation);
    return upcast(stored);
  }

  ComputedTurn initial(TurnContext context) throws ComputationFailedException {
    return found(
        () -> {
          InitialState<S> initial = scenario.initialState(context);
          return new ComputedTurn(
              Document.EMPTY_ARRAY,
              written(initial.state(), e -> Guarded.unfitState(scenario, e)),
              Document.EMPTY_ARRAY,
              initial.simulatedTime());
        });
  }

  /** The turn with actions that were recorded. */
  ComputedTurn turn(Document before, List<Action> actions, TurnContext context)
      throws ComputationFailedException {
    return found(() -> computed(before, actions, context));
  }

  /** The turn with actions that the action source is asked for. */
  ComputedTurn turn(Document before, TurnContext context) throws ComputationFailedException {
    return found(
        () -> {
          S shown = format.codec().decode(before);
          List<Action> actions = taken(() -> actionSource.actions(shown, context));
          return computed(before, actions, context);
        });
  }

  private ComputedTurn computed(Document before, List<Action> actions, TurnContext context)
      throws Exception {
    S state = format.codec().decode(before);
    TurnResult<S> result = taken(() -> engine.processTurn(state, actions, context));
    return new ComputedTurn(
        TurnLog.ofActions(actions),
        written(result.state(), e -> Guarded.unfitState(engine, e)),
        TurnLog.ofOutcomes(result.outcomes()),
        result.simulatedTime());
  }

  /**
   * @param blame on whoever made the state
   */
  private Document written(S state, Function<InvalidInputException, FailureException> blame) {
    try {
      return format.codec().encode(state);
    } catch (InvalidInputException e) {
      throw blame.apply(e);
    }
  }

  /** A call with a state that the codec made. */
  private <T> T taken(Callable<T> call) throws Exception {
    try {
      return call.call();
    } catch (InvalidInputException e) {
      throw Guarded.foreignState(format.codec(), e);
    }
  }

  /** Whatever the scenario does is a finding, and no defect of Stateline. */
  private static ComputedTurn found(Callable<ComputedTurn> work) throws ComputationFailedException {
    try {
      return work.call();
    } catch (Exception e) {
      throw new ComputationFailedException(e);
    }
  }
}
