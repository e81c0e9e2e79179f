package dev.stateline.examples.world;

import dev.stateline.examples.world.parameters.WorldParameters;

/**
 * Arms races after Richardson (Arms and Insecurity, 1960): nations want more arms the more those
 * whom they distrust outweigh them, and less the more arms cost them.
 */
final class Armament {

  private static final double DEMOBILISATION = 0.5;

  private final WorldParameters.Military parameters;

  Armament(WorldParameters parameters) {
    this.parameters = parameters.military();
  }

  /** The military effort that a nation's situation calls for, as a share of GDP. */
  double wanted(Board board, Country country) {
    double wanted =
        parameters.base()
            + parameters.reaction() * board.threat(country)
            + parameters.wartime() * board.involvement(country.iso);
    return Rounding.clamp(wanted, 0, Country.HIGHEST_EFFORT);
  }

  /**
   * Sets effort and arsenal to where a world of constant tension would come to rest; the sources
   * have no military data.
   */
  void settle(Board board, double expectedGrowth) {
    board.nations.values().forEach(country -> stock(country, parameters.base(), expectedGrowth));
    for (Country country : board.nations.values()) {
      country.effort = wanted(board, country);
    }
    board.nations.values().forEach(country -> stock(country, country.effort, expectedGrowth));
  }

  private void stock(Country country, double effort, double expectedGrowth) {
    country.arsenal = effort * country.gdp / (parameters.wear() + expectedGrowth);
  }

  void advance(Board board) {
    for (Country country : board.nations.values()) {
      country.arsenal = country.arsenal * (1 - parameters.wear()) + country.effort * country.gdp;
      country.alert *= DEMOBILISATION;
    }
  }
}
