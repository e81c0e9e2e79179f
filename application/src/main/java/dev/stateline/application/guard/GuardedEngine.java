package dev.stateline.application.guard;

import dev.stateline.domain.engine.GameEngine;
import dev.stateline.domain.engine.TurnContext;
import dev.stateline.domain.engine.TurnResult;
import dev.stateline.domain.turn.Action;
import java.util.List;

/** An engine that fails in one way only. */
record GuardedEngine<S>(GameEngine<S> engine, Guard guard) implements GameEngine<S> {

  @Override
  public TurnResult<S> processTurn(S state, List<Action> actions, TurnContext context) {
    return guard.callWith(
        state, "processTurn", () -> Answers.result(engine.processTurn(state, actions, context)));
  }
}
