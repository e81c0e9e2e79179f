package dev.stateline.benchmarks.workload;

import dev.stateline.domain.engine.Scenario;
import dev.stateline.domain.engine.TurnContext;
import dev.stateline.domain.engine.TurnResult;
import dev.stateline.domain.port.StateCodec;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.turn.Action;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;

/**
 * What a scenario computes, with the actions of its own source.
 *
 * @param opener opens the scenario; one is open for each walk
 */
record ScenarioWorkload<S>(
    String name,
    String description,
    Class<S> stateType,
    Supplier<? extends Scenario<S>> opener,
    long seed)
    implements Workload<S> {

  @Override
  public StateCodec<S> codec() {
    return opener.get().codec();
  }

  @Override
  public Iterator<WorkTurn<S>> turns() {
    return new ScenarioTurns<>(opener.get(), seed);
  }

  private static final class ScenarioTurns<S> implements Iterator<WorkTurn<S>> {

    private final Scenario<S> scenario;
    private final long seed;
    private S state;
    private int turn;

    ScenarioTurns(Scenario<S> scenario, long seed) {
      this.scenario = scenario;
      this.seed = seed;
    }

    @Override
    public boolean hasNext() {
      return true;
    }

    @Override
    public WorkTurn<S> next() {
      TurnContext context = TurnContext.of(new TurnNumber(turn), seed);
      if (turn == 0) {
        state = scenario.initialState(context).state();
        return new WorkTurn<>(turn++, state, List.of(), List.of());
      }
      try {
        List<Action> actions = scenario.actionSource().actions(state, context);
        TurnResult<S> result = scenario.engine().processTurn(state, actions, context);
        state = result.state();
        return new WorkTurn<>(turn++, state, actions, result.outcomes());
      } catch (RuntimeException e) {
        throw e;
      } catch (Exception e) {
        throw new IllegalStateException("the scenario fails in turn " + turn, e);
      }
    }
  }
}
