package dev.stateline.domain.engine;

import dev.stateline.domain.turn.Action;
import java.util.List;

/**
 * Where the actions of a turn come from: rules, agents, language models, people. All that is not
 * deterministic in a simulation lives here; what it answers is recorded, and a replay does not ask
 * again.
 *
 * @param <S> the typed state
 */
@FunctionalInterface
public interface ActionSource<S> {

  /**
   * The actions of the turn that the context names, in the order in which the engine is to see
   * them.
   *
   * @param state the state at the end of the turn before
   * @throws Exception if there is no answer; the simulation then is failed, its head unchanged
   */
  List<Action> actions(S state, TurnContext context) throws Exception;
}
