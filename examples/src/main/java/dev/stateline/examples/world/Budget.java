package dev.stateline.examples.world;

import dev.stateline.domain.turn.Action;
import dev.stateline.examples.world.parameters.WorldParameters;

/** Guns or butter: a nation arms or disarms toward the effort that it wants, or invests. */
final class Budget {

  private static final double WORTH_THE_TROUBLE = 0.002;
  private static final double LARGEST_STEP = 0.05;
  private static final double LEAST_INVESTMENT = 0.005;
  private static final double PEACE_DIVIDEND = 0.5;

  private final Armament armament;
  private final double speed;

  Budget(WorldParameters parameters) {
    this.armament = new Armament(parameters);
    this.speed = parameters.military().speed();
  }

  Action decide(Board board, Country country) {
    double lacking = armament.wanted(board, country) - country.effort;
    double step = StrictMath.min(LARGEST_STEP, speed * StrictMath.abs(lacking));
    if (lacking > WORTH_THE_TROUBLE) {
      return Deeds.amount(country.iso, Deeds.ARM, step);
    }
    if (lacking < -WORTH_THE_TROUBLE) {
      return Deeds.amount(country.iso, Deeds.DISARM, step);
    }
    double freed = StrictMath.max(0, -lacking) * PEACE_DIVIDEND;
    return Deeds.amount(country.iso, Deeds.INVEST, LEAST_INVESTMENT + freed);
  }
}
