package dev.stateline.application.guard;

import dev.stateline.domain.engine.ActionSource;
import dev.stateline.domain.engine.TurnContext;
import dev.stateline.domain.turn.Action;
import dev.stateline.domain.turn.Intervention;
import java.util.List;

/** An action source that fails in one way only; its answer is a copy of its own. */
record GuardedActionSource<S>(ActionSource<S> source, Guard guard) implements ActionSource<S> {

  @Override
  public List<Action> actions(S state, TurnContext context) {
    return guard.callWith(state, "actions", () -> answer(source.actions(state, context)));
  }

  private static List<Action> answer(List<Action> given) {
    List<Action> actions = Answers.actions(given);
    if (actions != null
        && actions.stream().anyMatch(action -> action.kind().equals(Intervention.KIND))) {
      // A replay would take it for a patch of the state.
      throw new UnfitAnswer(
          "an action of the kind '"
              + Intervention.KIND
              + "' is a person's change of a state; an action source gives no such action");
    }
    return actions;
  }
}
