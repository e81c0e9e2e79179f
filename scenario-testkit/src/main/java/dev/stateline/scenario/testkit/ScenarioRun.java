package dev.stateline.scenario.testkit;

import dev.stateline.domain.document.Document;
import dev.stateline.domain.engine.InitialState;
import dev.stateline.domain.engine.Scenario;
import dev.stateline.domain.engine.TurnContext;
import dev.stateline.domain.engine.TurnResult;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.turn.Action;
import dev.stateline.domain.turn.TurnLog;
import java.util.ArrayList;
import java.util.List;

/** A run of an open scenario that keeps its turns as documents. */
final class ScenarioRun<S> {

  private final Scenario<S> scenario;
  private final long seed;
  private final List<ComputedTurn> turns;

  /** A new run: it has turn 0. */
  ScenarioRun(Scenario<S> scenario, long seed) {
    this(scenario, seed, List.of());
    InitialState<S> initial = scenario.initialState(context());
    turns.add(
        new ComputedTurn(
            List.of(),
            scenario.codec().encode(initial.state()),
            Document.EMPTY_ARRAY,
            initial.simulatedTime()));
  }

  /** A run that goes on after these turns. */
  ScenarioRun(Scenario<S> scenario, long seed, List<ComputedTurn> before) {
    this.scenario = scenario;
    this.seed = seed;
    this.turns = new ArrayList<>(before);
  }

  /** From turn 0 on. */
  List<ComputedTurn> turns() {
    return List.copyOf(turns);
  }

  /** The next turn, with what the action source says. */
  ComputedTurn next() throws Exception {
    return next(List.copyOf(scenario.actionSource().actions(last(), context())));
  }

  /** The next turn, with these actions. */
  ComputedTurn next(List<Action> actions) throws Exception {
    TurnResult<S> result = scenario.engine().processTurn(last(), actions, context());
    ComputedTurn turn =
        new ComputedTurn(
            actions,
            scenario.codec().encode(result.state()),
            TurnLog.ofOutcomes(result.outcomes()),
            result.simulatedTime());
    turns.add(turn);
    return turn;
  }

  /** The state of a turn, decoded and encoded again. */
  Document recoded(int turn) {
    return scenario.codec().encode(scenario.codec().decode(turns.get(turn).state()));
  }

  private S last() {
    return scenario.codec().decode(turns.get(turns.size() - 1).state());
  }

  /** Of the turn that comes next. */
  private TurnContext context() {
    return TurnContext.of(new TurnNumber(turns.size()), seed);
  }
}
