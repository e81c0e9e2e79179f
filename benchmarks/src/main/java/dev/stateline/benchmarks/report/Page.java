package dev.stateline.benchmarks.report;

import dev.stateline.benchmarks.measure.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The page about speed and size. */
public final class Page {

  private final List<Row> rows;

  public Page(List<Row> rows) {
    this.rows = List.copyOf(rows);
  }

  /** A table for each workload on each kind of database. */
  public String tables() {
    Map<String, List<Row>> races = new LinkedHashMap<>();
    for (Row row : rows) {
      String title = row.workload() + " on " + row.database();
      races.computeIfAbsent(title, t -> new ArrayList<>()).add(row);
    }
    StringBuilder text = new StringBuilder();
    races.forEach(
        (title, own) ->
            text.append("### ")
                .append(title)
                .append("\n\n")
                .append(new Table(own).markdown())
                .append('\n'));
    return text.toString();
  }
}
