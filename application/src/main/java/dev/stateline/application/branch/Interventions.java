package dev.stateline.application.branch;

import dev.stateline.domain.document.Document;
import dev.stateline.domain.document.JsonText;
import dev.stateline.domain.port.DocumentTools;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.turn.Action;
import dev.stateline.domain.turn.Intervention;
import dev.stateline.domain.turn.Transition;
import dev.stateline.domain.turn.TurnLog;
import java.util.List;
import java.util.Optional;

/** Reads interventions where they are recorded: turn 0's in the config, others in the actions. */
public final class Interventions {

  private Interventions() {}

  /**
   * The interventions of a turn, first to last.
   *
   * @param config of the simulation
   * @param transition that leads to the turn; empty for turn 0, and where it is not known
   */
  public static List<Intervention> of(
      TurnNumber turn, Document config, Optional<Transition> transition, DocumentTools documents) {
    return turn.value() == 0
        ? InitialInterventions.of(config, documents)
        : transition
            .flatMap(edge -> edge.actionsContent().document())
            .filter(Intervention::isLastOf)
            .map(actions -> of(actions, documents))
            .orElse(List.of());
  }

  private static List<Intervention> of(Document actions, DocumentTools documents) {
    return TurnLog.actions(actions).stream()
        .filter(action -> action.kind().equals(Intervention.KIND))
        .map(action -> of(action, documents))
        .toList();
  }

  private static Intervention of(Action action, DocumentTools documents) {
    return new Intervention(
        action.actor(),
        JsonText.unquote(documents.select(action.document(), "/reason").orElseThrow().text()),
        documents.select(action.document(), "/patch").orElseThrow());
  }
}
