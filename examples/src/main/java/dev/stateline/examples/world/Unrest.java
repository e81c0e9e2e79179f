package dev.stateline.examples.world;

import dev.stateline.domain.engine.TurnRandom;
import dev.stateline.examples.world.GeopoliticalState.Conflict;
import dev.stateline.examples.world.parameters.WorldParameters;
import java.util.List;

/**
 * Civil conflict: likelier in poor, populous nations, after earlier conflict and in a slump (the
 * regularities of Fearon and Laitin, 2003, and Collier and Hoeffler, 2004).
 */
final class Unrest {

  private static final double UNIT_INCOME = 5_000;
  private static final double UNIT_POPULATION = 10_000_000;
  private static final double SIZE_ELASTICITY = 0.25;
  private static final double HIGHEST_HAZARD = 0.3;
  private static final double LOWEST = 0.1;
  private static final double BEGINNING = 0.3;
  private static final double ESCALATION = 0.12;
  private static final double DEATHS = 2_000;
  private static final double TALKS = 2;

  private final WorldParameters.Unrest parameters;

  Unrest(WorldParameters parameters) {
    this.parameters = parameters.unrest();
  }

  boolean rages(Board board, Country country) {
    return board.inCivilConflict(country.iso);
  }

  /** The yearly hazard of an onset. */
  double hazard(Country country) {
    double hazard =
        parameters.onset()
            * StrictMath.pow(country.income() / UNIT_INCOME, -parameters.poverty())
            * StrictMath.pow(country.population / UNIT_POPULATION, SIZE_ELASTICITY)
            * (1 + parameters.memory() * country.memory)
            * (1 + parameters.slump() * StrictMath.max(0, -country.growth));
    return StrictMath.min(HIGHEST_HAZARD, hazard);
  }

  /** Lets the running conflicts go on or end, and new ones begin. */
  void advance(Board board, Orders.Offers offers, TurnRandoms randoms) {
    for (Conflict conflict : List.copyOf(board.conflicts)) {
      if (conflict.kind().equals(Board.CIVIL)) {
        Country country = board.nations.get(conflict.defenders().get(0));
        proceed(board, conflict, country, offers, randoms.of("unrest/" + country.iso));
      }
    }
    for (Country country : board.nations.values()) {
      if (!rages(board, country) && randoms.happens("onset/" + country.iso, hazard(country))) {
        begin(board, country);
      }
    }
  }

  private void proceed(
      Board board, Conflict conflict, Country country, Orders.Offers offers, TurnRandom random) {
    boolean talks =
        offers.talks.contains(country.iso)
            || offers.peace.contains(country.iso + " " + country.iso);
    double chance = parameters.end() * (talks ? TALKS : 1);
    if (random.nextDouble() < chance) {
      board.conflicts.remove(conflict);
      board.report(
          "civil_conflict_ended",
          List.of(country.iso),
          "the fighting in " + country.name + " ends");
      return;
    }
    double intensity =
        Rounding.clamp(conflict.intensity() + ESCALATION * random.nextGaussian(), LOWEST, 1);
    double killed = DEATHS * intensity * StrictMath.sqrt(country.population / UNIT_POPULATION);
    Wars.replace(board, conflict, intensity, killed);
  }

  private static void begin(Board board, Country country) {
    board.conflicts.add(
        new Conflict(Board.CIVIL, List.of(), List.of(country.iso), board.year, BEGINNING, 0));
    board.report(
        "civil_conflict_begun", List.of(country.iso), "fighting breaks out in " + country.name);
  }
}
