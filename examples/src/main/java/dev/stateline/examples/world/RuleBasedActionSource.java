package dev.stateline.examples.world;

import dev.stateline.domain.engine.ActionSource;
import dev.stateline.domain.engine.TurnContext;
import dev.stateline.domain.turn.Action;
import dev.stateline.examples.world.parameters.WorldParameters;
import java.util.ArrayList;
import java.util.List;

/**
 * Governments by rule: every nation sets its budget each year, and, as its situation and its dice
 * will have it, seeks something abroad and wages or ends its wars. One to three actions a nation,
 * the nations in the order of their codes.
 */
final class RuleBasedActionSource implements ActionSource<GeopoliticalState> {

  private final Budget budget;
  private final Overtures overtures;
  private final Hostilities hostilities;

  RuleBasedActionSource(WorldParameters parameters) {
    this.budget = new Budget(parameters);
    this.overtures = new Overtures(parameters);
    this.hostilities = new Hostilities(parameters);
  }

  @Override
  public List<Action> actions(GeopoliticalState state, TurnContext context) {
    Board board = Board.of(state, state.year());
    TurnRandoms randoms = new TurnRandoms(context, "actions/");
    List<Country> powers = overtures.powers(board);
    List<Action> actions = new ArrayList<>();
    for (Country country : board.nations.values()) {
      actions.add(budget.decide(board, country));
      overtures.decide(board, country, powers, randoms).ifPresent(actions::add);
      hostilities.decide(board, country, randoms).ifPresent(actions::add);
    }
    return actions;
  }
}
