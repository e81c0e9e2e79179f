package dev.stateline.cli.output;

import dev.stateline.cli.terminal.Console;
import dev.stateline.cli.terminal.PrintableText;
import dev.stateline.cli.terminal.Style.Part;
import java.util.ArrayList;
import java.util.List;

/** A table for people. Its widths come from the first rows, so that it need not wait for all. */
final class TableOutput<T> {

  private static final int ROWS_MEASURED = 200;
  private static final int WIDEST_CELL = 100;
  private static final String GAP = "  ";

  private final Console console;
  private final List<Column<T>> columns;
  private final int[] widths;
  private final boolean[] numeric;

  TableOutput(Console console, List<Column<T>> columns) {
    this.console = console;
    this.columns = columns.stream().filter(c -> c.heading().isPresent()).toList();
    this.widths = new int[this.columns.size()];
    this.numeric = new boolean[this.columns.size()];
  }

  void print(Iterable<T> rows) {
    List<List<String>> first = new ArrayList<>();
    boolean begun = false;
    for (T row : rows) {
      if (begun) {
        line(cells(row));
        continue;
      }
      noteKinds(row);
      first.add(cells(row));
      if (first.size() == ROWS_MEASURED) {
        begin(first);
        begun = true;
      }
    }
    if (!begun && !first.isEmpty()) {
      begin(first);
    }
  }

  private void begin(List<List<String>> first) {
    List<String> headings = columns.stream().map(c -> c.heading().orElseThrow()).toList();
    measure(headings);
    first.forEach(this::measure);
    console.println(console.style().paint(Part.HEADING, joined(headings)));
    first.forEach(this::line);
  }

  private void noteKinds(T row) {
    for (int i = 0; i < numeric.length; i++) {
      numeric[i] |= columns.get(i).value(row).filter(Number.class::isInstance).isPresent();
    }
  }

  private List<String> cells(T row) {
    return columns.stream().map(c -> PrintableText.of(c.shown(row), WIDEST_CELL)).toList();
  }

  private void measure(List<String> cells) {
    for (int i = 0; i < widths.length; i++) {
      widths[i] = Math.max(widths[i], PrintableText.width(cells.get(i)));
    }
  }

  private void line(List<String> cells) {
    console.println(joined(cells));
  }

  private String joined(List<String> cells) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String cell = cells.get(i);
      String padding = " ".repeat(Math.max(0, widths[i] - PrintableText.width(cell)));
      line.append(i == 0 ? "" : GAP).append(numeric[i] ? padding + cell : cell + padding);
    }
    return line.toString().stripTrailing();
  }
}
