package dev.stateline.examples.world;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A nation at the beginning of a year. Immutable.
 *
 * @param name its English name
 * @param gdp yearly output, 2011 international $
 * @param population persons
 * @param growth of GDP in the year before, log points
 * @param momentum growth of GDP per head beyond what the world shares, log points a year
 * @param births natural growth and migration, log points of the population a year
 * @param military its armed forces
 * @param alignment position in the votes of the UN General Assembly; higher is closer to the United
 *     States
 * @param memory how much armed conflict the nation remembers, 0 to 1
 * @param tension with its neighbours and rivals, 0 to 1, by their ISO code
 */
public record Nation(
    String name,
    double gdp,
    double population,
    double growth,
    double momentum,
    double births,
    Military military,
    double alignment,
    double memory,
    SortedMap<String, Double> tension) {

  public Nation {
    tension = Collections.unmodifiableSortedMap(new TreeMap<>(tension));
  }

  /** GDP per head, 2011 international $. */
  public double income() {
    return gdp / population;
  }

  /**
   * A nation's armed forces.
   *
   * @param effort military spending as a share of GDP, 0 to 0.5
   * @param arsenal the worth of what earlier spending has left, 2011 international $
   * @param alert 0 at peace to 1 mobilised
   */
  public record Military(double effort, double arsenal, double alert) {}
}
