package org.example.epidemic;

import dev.stateline.domain.document.Document;
import dev.stateline.domain.engine.ActionSource;
import dev.stateline.domain.engine.TurnContext;
import dev.stateline.domain.turn.Action;
import java.util.List;

/**
 * Who acts: here by rule. People or a language model may stand here as well; what they answer is
 * recorded, and a replay does not ask again.
 */
final class HealthOffice implements ActionSource<Town> {

  static final String CLOSE = "close_schools";
  static final String OPEN = "open_schools";

  private final TownParameters parameters;

  HealthOffice(TownParameters parameters) {
    this.parameters = parameters;
  }

  @Override
  public List<Action> actions(Town town, TurnContext context) {
    boolean many = town.ill() >= parameters.schoolsCloseAt() * town.people();
    if (many != town.schoolsOpen()) {
      return List.of();
    }
    String kind = many ? CLOSE : OPEN;
    return List.of(new Action("health office", kind, Document.EMPTY_OBJECT));
  }
}
