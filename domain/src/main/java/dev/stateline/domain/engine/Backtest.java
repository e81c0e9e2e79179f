package dev.stateline.domain.engine;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How well a scenario's model foretells what is known already. A scenario on real data offers one.
 */
@FunctionalInterface
public interface Backtest {

  /**
   * The error of one variable over one horizon.
   *
   * @param variable what was foretold, for example {@code gdp}
   * @param turns how far ahead
   * @param cases how many values were compared
   * @param measure the kind of error, for example {@code mean |ln error|}
   * @param error the model's
   * @param baselines the errors of simpler forecasts on the same cases, by name
   */
  record Row(
      String variable,
      int turns,
      int cases,
      String measure,
      double error,
      SortedMap<String, Double> baselines) {

    public Row {
      baselines = new TreeMap<>(baselines);
    }
  }

  /**
   * Runs the model from a known start and compares.
   *
   * @param seed the seed of the run
   */
  List<Row> run(long seed);
}
