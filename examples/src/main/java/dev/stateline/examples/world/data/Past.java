package dev.stateline.examples.world.data;

import dev.stateline.examples.world.data.WorldData.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.function.ToDoubleFunction;

/**
 * What was known of a nation in the start year. It cannot see later years, so nothing in the model
 * can.
 */
public final class Past {

  /**
   * A larger change of the population within a year, in log points, is a change of borders, a
   * flight, or a new count, not growth. Russia's series, for example, is the Soviet Union's until
   * 1991.
   */
  private static final double BREAK = 0.3;

  private final SortedMap<Integer, Entry> entries;
  private final int year;

  public Past(WorldData data, String iso, int year) {
    this.entries = data.until(iso, year);
    this.year = year;
  }

  public Entry now() {
    return entries.get(year);
  }

  /** Yearly growth of the population in log points, newest first, of so many years at most. */
  public List<Double> populationGrowth(int years) {
    return growth(years, entry -> entry.population().getAsDouble());
  }

  /** Yearly growth of GDP in log points, newest first, of so many years at most. */
  public List<Double> gdpGrowth(int years) {
    return growth(years, entry -> entry.gdp().getAsDouble());
  }

  /** Yearly growth of GDP per head in log points, newest first, of so many years at most. */
  public List<Double> incomeGrowth(int years) {
    return growth(years, entry -> entry.gdp().getAsDouble() / entry.population().getAsDouble());
  }

  private List<Double> growth(int years, ToDoubleFunction<Entry> series) {
    List<Double> growth = new ArrayList<>();
    for (int y = year; y > year - years && unbroken(y); y--) {
      double ratio =
          series.applyAsDouble(entries.get(y)) / series.applyAsDouble(entries.get(y - 1));
      growth.add(StrictMath.log(ratio));
    }
    return growth;
  }

  private boolean unbroken(int y) {
    Entry after = entries.get(y);
    Entry before = entries.get(y - 1);
    if (after == null || before == null || !after.counted() || !before.counted()) {
      return false;
    }
    double ratio = after.population().getAsDouble() / before.population().getAsDouble();
    return StrictMath.abs(StrictMath.log(ratio)) < BREAK;
  }

  /** The last known UN ideal point of so many years at most; NaN if there is none. */
  public double alignment(int years) {
    double last = Double.NaN;
    for (Entry entry : entries.tailMap(year - years + 1).values()) {
      last = entry.alignment().orElse(last);
    }
    return last;
  }

  /** The armed conflict of all years so far, the older ones fading; 1 after an endless war. */
  public double memory(double fade) {
    double memory = 0;
    for (Entry entry : entries.values()) {
      double level = StrictMath.max(entry.interstate(), entry.civil()) / 2.0;
      memory += fade * (level - memory);
    }
    return memory;
  }

  public static double mean(List<Double> values, double otherwise) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return values.isEmpty() ? otherwise : sum / values.size();
  }
}
