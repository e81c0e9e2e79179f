package dev.stateline.benchmarks.report;

import dev.stateline.benchmarks.measure.Measure;
import dev.stateline.benchmarks.measure.Row;
import dev.stateline.benchmarks.store.Contenders;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One workload on one kind of database, as Markdown.
 *
 * @param before the same race in an earlier run
 */
record Table(RaceRows race, Optional<RaceRows> before) {

  String markdown() {
    List<String> contenders = race.contenders();
    List<String> lines = new ArrayList<>();
    lines.add(
        "| | "
            + String.join(" | ", contenders)
            + (before.isPresent() ? " | " + Contenders.MEASURED + " before" : "")
            + " |");
    lines.add("|---|" + "--:|".repeat(contenders.size() + (before.isPresent() ? 1 : 0)));
    for (Measure measure : Measure.values()) {
      if (race.has(measure)) {
        lines.add(line(measure, contenders));
      }
    }
    return String.join("\n", lines) + "\n";
  }

  private String line(Measure measure, List<String> contenders) {
    StringBuilder line = new StringBuilder("| " + measure.label() + ", " + measure.unit().label());
    for (String contender : contenders) {
      line.append(" | ").append(cell(race, measure, contender));
    }
    before.ifPresent(
        earlier -> line.append(" | ").append(cell(earlier, measure, Contenders.MEASURED)));
    return line.append(" |").toString();
  }

  private static String cell(RaceRows race, Measure measure, String contender) {
    Optional<Row> row = race.find(measure, contender);
    if (row.isEmpty()) {
      return "";
    }
    double median = row.get().median();
    String value = measure.unit() == Measure.Unit.TIMES ? ratio(median) : number(median);
    OptionalDouble ratio = race.ratio(row.get());
    return ratio.isPresent() ? value + " (" + ratio(ratio.getAsDouble()) + ")" : value;
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, value < 10 && value != 0 ? "%.1f" : "%,.0f", value);
  }

  static String ratio(double value) {
    return String.format(Locale.ROOT, value < 0.1 ? "%.3f ×" : "%.2f ×", value);
  }
}
