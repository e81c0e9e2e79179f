package org.example.epidemic;

import dev.stateline.codec.JacksonStateCodec;
import dev.stateline.domain.engine.GameEngine;
import dev.stateline.domain.engine.TurnContext;
import dev.stateline.domain.engine.TurnRandom;
import dev.stateline.domain.engine.TurnResult;
import dev.stateline.domain.port.StateCodec;
import dev.stateline.domain.turn.Action;
import dev.stateline.domain.turn.Outcome;
import java.util.List;
import java.util.Optional;

/**
 * The rules of a day: a function of state, actions and context, and of nothing else. So it takes
 * random numbers from the context, StrictMath instead of Math, and no clock.
 */
final class TownRules implements GameEngine<Town> {

  /** What came of a day, for whoever reads the history. */
  record Day(int infected, int recovered) {}

  private static final StateCodec<Day> DAYS = JacksonStateCodec.of(Day.class);

  private final TownParameters parameters;

  TownRules(TownParameters parameters) {
    this.parameters = parameters;
  }

  @Override
  public TurnResult<Town> processTurn(Town town, List<Action> actions, TurnContext context) {
    boolean open = schoolsOpen(town, actions);
    double left = open ? 1 : parameters.leftWhileClosed();
    double danger = left * parameters.infection() * town.ill() / town.people();
    Day day =
        new Day(
            hits(town.well(), 1 - StrictMath.exp(-danger), context.random("infection")),
            hits(town.ill(), parameters.recovery(), context.random("recovery")));
    Town next =
        new Town(
            town.well() - day.infected(),
            town.ill() + day.infected() - day.recovered(),
            town.immune() + day.recovered(),
            open);
    Outcome outcome = new Outcome("town", "day", DAYS.encode(day));
    return new TurnResult<>(next, Optional.empty(), List.of(outcome));
  }

  private static boolean schoolsOpen(Town town, List<Action> actions) {
    boolean open = town.schoolsOpen();
    for (Action action : actions) {
      open =
          action.kind().equals(HealthOffice.OPEN)
              || open && !action.kind().equals(HealthOffice.CLOSE);
    }
    return open;
  }

  private static int hits(int people, double chance, TurnRandom random) {
    int hits = 0;
    for (int i = 0; i < people; i++) {
      hits += random.nextDouble() < chance ? 1 : 0;
    }
    return hits;
  }
}
