package dev.stateline.benchmarks.report;

import dev.stateline.benchmarks.measure.Measure;
import dev.stateline.benchmarks.measure.Part;
import dev.stateline.benchmarks.measure.Row;
import dev.stateline.benchmarks.store.Contenders;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** The rows of one table: of one workload on one kind of database. */
record RaceRows(String title, List<Row> rows) {

  /** In the order in which they were run. */
  static List<RaceRows> of(List<Row> rows) {
    Map<String, List<Row>> races = new LinkedHashMap<>();
    for (Row row : rows) {
      String title = row.workload() + " on " + row.database();
      races.computeIfAbsent(title, t -> new ArrayList<>()).add(row);
    }
    List<RaceRows> all = new ArrayList<>();
    races.forEach((title, own) -> all.add(new RaceRows(title, own)));
    return all;
  }

  List<String> contenders() {
    return rows.stream().map(Row::contender).distinct().toList();
  }

  boolean has(Measure measure) {
    return rows.stream().anyMatch(row -> row.measure() == measure);
  }

  Optional<Row> find(Measure measure, String contender) {
    return rows.stream()
        .filter(row -> row.measure() == measure && row.contender().equals(contender))
        .findFirst();
  }

  Part part() {
    return Part.of(rows.get(0).workload());
  }

  /**
   * A row against the store written by hand, its reads checked if there is such, or else against
   * the first column; none for that one.
   */
  OptionalDouble ratio(Row row) {
    Optional<Row> baseline =
        find(row.measure(), Contenders.BASELINE_CHECKED)
            .or(() -> find(row.measure(), Contenders.BASELINE))
            .or(() -> find(row.measure(), rows.get(0).contender()))
            .filter(base -> !base.contender().equals(row.contender()))
            .filter(base -> base.median() != 0);
    return row.median() == 0 || !row.measure().isCompared() || baseline.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(row.ratioTo(baseline.get()));
  }

  /** How many times better than the store written by hand: above 1 is faster or smaller. */
  OptionalDouble gain(Measure measure, String contender) {
    OptionalDouble ratio = OptionalDouble.empty();
    Optional<Row> row = find(measure, contender);
    if (row.isPresent()) {
      ratio = ratio(row.get());
    }
    return ratio.isPresent() && !measure.unit().moreIsBetter()
        ? OptionalDouble.of(1 / ratio.getAsDouble())
        : ratio;
  }
}
