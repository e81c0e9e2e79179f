package dev.stateline.benchmarks.measure;

import java.util.ArrayList;
import java.util.List;

/**
 * What one contender did at one measure.
 *
 * @param workload its name, with what the part of the measurements adds to it
 * @param database {@code sqlite} or {@code postgres}
 * @param contender the column: its name, with what its reads were checked by
 * @param rounds a value of each round, in the measure's unit; those of contenders in one round
 *     belong together
 */
public record Row(
    String workload, String database, String contender, Measure measure, List<Double> rounds) {

  public Row {
    if (rounds.isEmpty()) {
      throw new IllegalArgumentException("a row has one value at least");
    }
    rounds = List.copyOf(rounds);
  }

  /** The same under a title and in a column of its own. */
  Row at(String title, String column) {
    return new Row(title, database, column, measure, rounds);
  }

  /** The median of the rounds. */
  public double median() {
    return Samples.percentile(rounds, 50);
  }

  /** The median of the rounds' ratios to another row of the same measure. */
  public double ratioTo(Row other) {
    int common = Math.min(rounds.size(), other.rounds.size());
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < common; i++) {
      ratios.add(rounds.get(i) / other.rounds.get(i));
    }
    return Samples.percentile(ratios, 50);
  }
}
