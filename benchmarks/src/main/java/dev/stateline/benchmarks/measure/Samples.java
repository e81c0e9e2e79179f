package dev.stateline.benchmarks.measure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/** Times of single operations. Not thread-safe. */
final class Samples {

  private final List<Double> micros = new ArrayList<>();

  void add(long nanos) {
    micros.add(nanos / 1000.0);
  }

  void addAll(Samples others) {
    micros.addAll(others.micros);
  }

  int count() {
    return micros.size();
  }

  double percentile(double percent) {
    return percentile(micros, percent);
  }

  /** Operations a second, if they were done one after the other. */
  double rate() {
    return 1_000_000 * micros.size() / micros.stream().mapToDouble(Double::doubleValue).sum();
  }

  /** The smallest value that so many percent are not above. */
  static double percentile(Collection<Double> values, double percent) {
    List<Double> sorted = new ArrayList<>(values);
    Collections.sort(sorted);
    int rank = (int) Math.ceil(percent / 100 * sorted.size());
    return sorted.get(Math.max(0, rank - 1));
  }
}
