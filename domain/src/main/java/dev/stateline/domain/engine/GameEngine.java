package dev.stateline.domain.engine;

import dev.stateline.domain.turn.Action;
import java.util.List;

/**
 * The rules of a simulated world: a function of state, actions and turn context, and of nothing
 * else. The same three give the same result on every machine; a replay requires it. So an engine
 * reads no clock, no network and no generator but those of the context, uses {@link StrictMath} and
 * ordered collections, and keeps nothing between turns.
 *
 * @param <S> the typed state; the engine may change the instance it is given, which is its own
 */
@FunctionalInterface
public interface GameEngine<S> {

  /**
   * Computes the next state.
   *
   * @param state the state at the end of the turn before, decoded from its canonical bytes
   * @param actions the turn's actions, in the order in which the action source gave them
   * @throws Exception if the turn cannot be computed; the simulation then is failed, its head
   *     unchanged
   */
  TurnResult<S> processTurn(S state, List<Action> actions, TurnContext context) throws Exception;
}
