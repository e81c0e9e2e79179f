package dev.stateline.examples.world;

import dev.stateline.examples.world.data.Past;
import dev.stateline.examples.world.parameters.WorldParameters;
import java.util.List;

/**
 * The demographic transition: population growth returns slowly from what it is to what a nation's
 * income lets expect; conflict kills and puts to flight.
 */
final class Demography {

  private static final double LOWEST_MEASURED = -0.02;
  private static final double TURN = 0.01;
  private static final double UNIT_INCOME = 1_000;
  private static final int UNIT_YEAR = 1960;
  private static final double LARGEST_LOSS = 0.05;

  private final WorldParameters.Demography parameters;

  Demography(WorldParameters parameters) {
    this.parameters = parameters.demography();
  }

  /** Population growth at the start: of the last two years, near that of the last five. */
  double measured(Past past, double income, int year) {
    List<Double> five = past.populationGrowth(5);
    if (five.isEmpty()) {
      return StrictMath.max(target(income, year), 0);
    }
    double longer = Rounding.clamp(Past.mean(five, 0), LOWEST_MEASURED, parameters.ceiling());
    double recent = Past.mean(past.populationGrowth(2), 0);
    return longer + Rounding.clamp(recent - longer, -TURN, TURN);
  }

  /** Moves people, and output with them: what a head produces is {@link Economy}'s matter. */
  void advance(Board board) {
    for (Country country : board.nations.values()) {
      country.births +=
          parameters.reversion() * (target(country.income(), board.year) - country.births);
      double lost =
          StrictMath.min(LARGEST_LOSS, parameters.conflict() * board.devastation(country.iso));
      country.growth = country.births - lost;
      country.population *= StrictMath.exp(country.growth);
      country.gdp *= StrictMath.exp(country.growth);
    }
  }

  private double target(double income, int year) {
    double transition =
        parameters.slope() * StrictMath.log(income / UNIT_INCOME)
            + parameters.diffusion() * (year - UNIT_YEAR);
    return Rounding.clamp(
        parameters.level() - transition, parameters.floor(), parameters.highest());
  }
}
