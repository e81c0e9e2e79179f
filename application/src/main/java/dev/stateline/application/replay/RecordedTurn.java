package dev.stateline.application.replay;

import dev.stateline.application.branch.InitialInterventions;
import dev.stateline.domain.document.Document;
import dev.stateline.domain.engine.TurnContext;
import dev.stateline.domain.port.DocumentTools;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.turn.Action;
import dev.stateline.domain.turn.Intervention;
import dev.stateline.domain.turn.Transition;
import dev.stateline.domain.turn.Turn;
import dev.stateline.domain.turn.TurnLog;
import java.util.List;

/**
 * A turn of the record, its actions told apart: those that the engine was given, and the patches of
 * the interventions that came after.
 */
record RecordedTurn(Turn turn, TurnContext context, List<Action> actions, List<Document> patches) {

  /**
   * @param context as the coordinator made it
   * @param config of the simulation, which holds the interventions of turn 0
   */
  static RecordedTurn of(Turn turn, TurnContext context, Document config, DocumentTools documents) {
    if (turn.state().turn().value() == 0) {
      List<Document> patches =
          InitialInterventions.of(config, documents).stream().map(Intervention::patch).toList();
      return new RecordedTurn(turn, context, List.of(), patches);
    }
    List<Action> all =
        turn.transition().map(Transition::actions).map(TurnLog::actions).orElse(List.of());
    return new RecordedTurn(
        turn,
        context,
        all.stream().filter(action -> !isIntervention(action)).toList(),
        all.stream()
            .filter(RecordedTurn::isIntervention)
            .map(action -> documents.select(action.document(), "/patch").orElseThrow())
            .toList());
  }

  private static boolean isIntervention(Action action) {
    return action.kind().equals(Intervention.KIND);
  }

  TurnNumber number() {
    return turn.state().turn();
  }

  int stateVersion() {
    return turn.state().stateVersion();
  }

  /** What was recorded, its state in the shape of the computer's version. */
  ComputedTurn outcome(TurnComputer<?> computer) {
    return new ComputedTurn(
        TurnLog.ofActions(actions),
        computer.upcast(turn.state()),
        turn.transition().map(Transition::outcomes).orElse(Document.EMPTY_ARRAY),
        turn.state().simulatedTime());
  }

  /**
   * A computed turn as the interventions change it. A patch fits the shape of the version in which
   * it was recorded; where that is an earlier one, the changed state is taken from the record.
   */
  ComputedTurn intervened(ComputedTurn computed, TurnComputer<?> computer, DocumentTools documents)
      throws ComputationFailedException {
    if (patches.isEmpty()) {
      return computed;
    }
    if (stateVersion() != computer.scenario().stateVersion()) {
      return computed.withState(computer.upcast(turn.state()));
    }
    Document state = computed.state();
    for (Document patch : patches) {
      try {
        state = documents.apply(patch, state);
      } catch (RuntimeException e) {
        throw new ComputationFailedException(e);
      }
    }
    return computed.withState(state);
  }
}
