package dev.stateline.benchmarks.report;

import dev.stateline.benchmarks.measure.Measure;
import dev.stateline.benchmarks.measure.Row;
import dev.stateline.benchmarks.store.Contenders;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Rows of one workload on one kind of database, as Markdown. */
final class Table {

  private final List<Row> rows;

  Table(List<Row> rows) {
    this.rows = rows;
  }

  String markdown() {
    List<String> contenders = rows.stream().map(Row::contender).distinct().toList();
    List<String> lines = new ArrayList<>();
    lines.add("| | " + String.join(" | ", contenders) + " |");
    lines.add("|---|" + "--:|".repeat(contenders.size()));
    for (Measure measure : Measure.values()) {
      if (rows.stream().anyMatch(row -> row.measure() == measure)) {
        lines.add(line(measure, contenders));
      }
    }
    return String.join("\n", lines) + "\n";
  }

  private String line(Measure measure, List<String> contenders) {
    StringBuilder line = new StringBuilder("| " + measure.label() + ", " + measure.unit().label());
    for (String contender : contenders) {
      line.append(" | ").append(find(measure, contender).map(this::cell).orElse(""));
    }
    return line.append(" |").toString();
  }

  private String cell(Row row) {
    String value = number(row.median());
    return baseline(row).map(base -> value + " (" + ratio(row.ratioTo(base)) + ")").orElse(value);
  }

  /** What a row is compared with: the store written by hand, its reads checked if there is such. */
  private Optional<Row> baseline(Row row) {
    if (row.measure() == Measure.CANONICAL) {
      return Optional.empty();
    }
    return find(row.measure(), Contenders.BASELINE_CHECKED)
        .or(() -> find(row.measure(), Contenders.BASELINE))
        .filter(base -> !base.contender().equals(row.contender()));
  }

  private Optional<Row> find(Measure measure, String contender) {
    return rows.stream()
        .filter(row -> row.measure() == measure && row.contender().equals(contender))
        .findFirst();
  }

  private static String number(double value) {
    return value < 10
        ? String.format(Locale.ROOT, "%.1f", value)
        : String.format(Locale.ROOT, "%,.0f", value);
  }

  private static String ratio(double value) {
    return String.format(Locale.ROOT, value < 0.1 ? "%.3f ×" : "%.2f ×", value);
  }
}
