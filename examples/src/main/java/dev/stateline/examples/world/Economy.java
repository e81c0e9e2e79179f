package dev.stateline.examples.world;

import dev.stateline.domain.engine.TurnRandom;
import dev.stateline.examples.world.GeopoliticalState.Sanction;
import dev.stateline.examples.world.parameters.Growth;
import dev.stateline.examples.world.parameters.WorldParameters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Growth of GDP per head: a common trend, a nation's fading momentum, the pull of the technology
 * frontier, and what war, arms, sanctions, trade and investment do to it.
 */
final class Economy {

  private static final double FRONTIER_SHARE = 0.1;
  private static final double FARTHEST_GAP = 4;
  private static final double WORST_YEAR = -0.3;
  private static final double BEST_YEAR = 0.15;
  private static final double LARGEST_MOMENTUM = 0.06;
  private static final double RECESSION = -0.05;

  private final WorldParameters parameters;

  Economy(WorldParameters parameters) {
    this.parameters = parameters;
  }

  /** GDP per head of the richest tenth of mankind, by nation. */
  static double frontier(Board board) {
    List<Country> richest = new ArrayList<>(board.nations.values());
    richest.sort(Comparator.comparingDouble((Country c) -> -c.income()).thenComparing(c -> c.iso));
    double people = 0;
    for (Country country : richest) {
      people += country.population;
    }
    double counted = 0;
    double gdp = 0;
    for (Country country : richest) {
      double share = StrictMath.min(country.population, people * FRONTIER_SHARE - counted);
      if (share <= 0) {
        break;
      }
      counted += share;
      gdp += share * country.income();
    }
    return gdp / counted;
  }

  /** Moves output per head, after {@link Demography} has moved the heads. */
  void advance(Board board, TurnRandoms randoms) {
    Growth growth = parameters.growth();
    board.trend += growth.trendReversion() * (growth.frontier() - board.trend);
    double tide = parameters.shocks().world() * randoms.of("growth").nextGaussian();
    SortedMap<String, Double> rates = new TreeMap<>();
    for (Country country : board.nations.values()) {
      TurnRandom random = randoms.of("growth/" + country.iso);
      moveMomentum(country, random);
      double shock = parameters.shocks().nation() * random.nextGaussian();
      double rate = board.trend + systematic(board, country) + tide + shock;
      rates.put(country.iso, Rounding.clamp(rate, WORST_YEAR, BEST_YEAR));
    }
    rates.forEach((iso, rate) -> grow(board, board.nations.get(iso), rate));
    board.frontier = frontier(board);
  }

  private void moveMomentum(Country country, TurnRandom random) {
    double kept = country.momentum * (1 - parameters.growth().momentumReversion());
    double moved = kept + parameters.shocks().momentum() * random.nextGaussian();
    country.momentum = Rounding.clamp(moved, -LARGEST_MOMENTUM, LARGEST_MOMENTUM);
  }

  /** What sets a nation's growth apart from the world's, chance aside. */
  private double systematic(Board board, Country country) {
    Growth growth = parameters.growth();
    double gap =
        Rounding.clamp(
            StrictMath.log(board.frontier / country.income()), -FARTHEST_GAP, FARTHEST_GAP);
    return country.momentum
        + growth.convergence() * gap * (1 - gap / growth.reach())
        + growth.investment() * country.investment
        + growth.trade() * partners(board, country)
        - growth.armsBurden() * (country.effort - parameters.military().base())
        - growth.sanctions() * embargo(board, country)
        - growth.conflict() * board.devastation(country.iso);
  }

  private static double partners(Board board, Country country) {
    double weight = 0;
    for (String iso : board.pacts.partners(Pacts.TRADE, country.iso)) {
      weight += weight(board, country, iso);
    }
    return StrictMath.min(2, weight);
  }

  private static double embargo(Board board, Country country) {
    double weight = 0;
    for (Sanction sanction : board.sanctions()) {
      if (sanction.on().equals(country.iso)) {
        weight += weight(board, country, sanction.by());
      }
    }
    return StrictMath.min(2, weight);
  }

  /** The share of the other in the output of the two. */
  private static double weight(Board board, Country country, String iso) {
    double other = board.nations.get(iso).gdp;
    return other / (other + country.gdp);
  }

  private void grow(Board board, Country country, double rate) {
    country.growth += rate;
    country.gdp *= StrictMath.exp(rate);
    if (country.growth < RECESSION) {
      board.report(
          "recession",
          List.of(country.iso),
          country.name + " is in a deep recession (" + percent(country.growth) + ")");
    }
  }

  private static String percent(double growth) {
    return StrictMath.round(growth * 100) + " %";
  }
}
