package dev.stateline.application.replay;

import dev.stateline.application.manager.StateFormat;
import dev.stateline.domain.document.Document;
import dev.stateline.domain.engine.ActionSource;
import dev.stateline.domain.engine.GameEngine;
import dev.stateline.domain.engine.InitialState;
import dev.stateline.domain.engine.Scenario;
import dev.stateline.domain.engine.TurnContext;
import dev.stateline.domain.engine.TurnResult;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.turn.Action;
import dev.stateline.domain.turn.State;
import dev.stateline.domain.turn.TurnLog;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;

/**
 * One opened scenario that computes turns from documents to documents, as a run does between two
 * commits: it is never given an object that it had before.
 */
final class TurnComputer<S> {

  private final Scenario<S> scenario;
  private final StateFormat<S> format;
  private final ActionSource<S> actionSource;
  private final GameEngine<S> engine;

  private TurnComputer(Scenario<S> scenario) {
    this.scenario = scenario;
    this.format = StateFormat.of(scenario);
    this.actionSource = scenario.actionSource();
    this.engine = scenario.engine();
  }

  static TurnComputer<?> of(Scenario<?> scenario) {
    return new TurnComputer<>(scenario);
  }

  Scenario<S> scenario() {
    return scenario;
  }

  /** A stored state in the shape in which this scenario writes states. */
  Document upcast(State stored) {
    return format.upcast(stored.document(), stored.stateVersion());
  }

  ComputedTurn initial(long seed) throws ComputationFailedException {
    return guarded(
        () -> {
          InitialState<S> initial = scenario.initialState(new TurnContext(TurnNumber.ZERO, seed));
          return new ComputedTurn(
              Document.EMPTY_ARRAY,
              format.codec().encode(initial.state()),
              Document.EMPTY_ARRAY,
              initial.simulatedTime());
        });
  }

  /** The turn with actions that were recorded. */
  ComputedTurn turn(Document before, List<Action> actions, TurnContext context)
      throws ComputationFailedException {
    return guarded(() -> computed(format.codec().decode(before), actions, context));
  }

  /** The turn with actions that the action source is asked for. */
  ComputedTurn turn(Document before, TurnContext context) throws ComputationFailedException {
    return guarded(
        () -> {
          S state = format.codec().decode(before);
          return computed(state, List.copyOf(actionSource.actions(state, context)), context);
        });
  }

  private ComputedTurn computed(S state, List<Action> actions, TurnContext context)
      throws Exception {
    TurnResult<S> result =
        Objects.requireNonNull(
            engine.processTurn(state, actions, context), "the engine gave no result");
    return new ComputedTurn(
        TurnLog.ofActions(actions),
        format.codec().encode(result.state()),
        TurnLog.ofOutcomes(result.outcomes()),
        result.simulatedTime());
  }

  // A scenario is a stranger's code: whatever it throws is a finding, and no defect of Stateline.
  private static ComputedTurn guarded(Callable<ComputedTurn> work)
      throws ComputationFailedException {
    try {
      return work.call();
    } catch (Throwable e) {
      if (e instanceof InterruptedException) {
        Thread.currentThread().interrupt();
      }
      throw new ComputationFailedException(e);
    }
  }
}
