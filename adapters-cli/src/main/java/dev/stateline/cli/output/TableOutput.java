package dev.stateline.cli.output;

import dev.stateline.cli.terminal.Console;
import dev.stateline.cli.terminal.PrintableText;
import dev.stateline.cli.terminal.Style.Part;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Prints rows as a table; widths come from the first rows, so that it need not wait for all. */
final class TableOutput<T> {

  private static final int ROWS_MEASURED = 200;
  private static final int WIDEST_CELL = 100;
  // Nothing stands to the right of it, and it is where messages are.
  private static final int WIDEST_LAST_CELL = 1000;
  private static final int WIDEST_HEADING = 16;

  private final Console console;
  private final List<Column<T>> all;
  private List<Column<T>> columns;
  private int[] widths;
  private boolean[] numeric;
  private boolean isNarrow;
  private TableLayout layout;

  TableOutput(Console console, List<Column<T>> columns) {
    this.console = console;
    this.all = columns.stream().filter(c -> c.heading().isPresent()).toList();
  }

  void print(Iterable<T> rows) {
    List<T> first = new ArrayList<>();
    boolean begun = false;
    for (T row : rows) {
      if (begun) {
        line(cells(row));
        continue;
      }
      first.add(row);
      if (first.size() == ROWS_MEASURED) {
        begin(first);
        begun = true;
      }
    }
    if (!begun && !first.isEmpty()) {
      begin(first);
    }
  }

  private void begin(List<T> first) {
    layOut(first, all, false);
    if (layout.isStacked()) {
      layOutOnOneLine(first);
    }
    headings(headings()).forEach(h -> console.println(console.style().paint(Part.HEADING, h)));
    first.forEach(row -> line(cells(row)));
  }

  private void layOutOnOneLine(List<T> first) {
    layOut(first, all, true);
    List<Column<T>> left = new ArrayList<>(all);
    all.stream()
        .filter(column -> column.dispensability() > 0)
        .sorted(Comparator.<Column<T>>comparingInt(Column::dispensability).reversed())
        .takeWhile(column -> layout.isStacked())
        .forEach(
            column -> {
              left.remove(column);
              layOut(first, left, true);
            });
    // What takes several lines all the same is shown whole.
    if (layout.isStacked()) {
      layOut(first, all, false);
      measure(wholeHeadings());
      layout = layout(first);
    }
  }

  private void layOut(List<T> first, List<Column<T>> shown, boolean narrowly) {
    isNarrow = narrowly;
    columns = List.copyOf(shown);
    widths = new int[columns.size()];
    numeric = new boolean[columns.size()];
    first.forEach(this::noteKinds);
    headings().forEach(this::measure);
    first.forEach(row -> measure(cells(row)));
    layout = layout(first);
  }

  /** The lines of the headings; a heading of fewer lines than another stands on the last ones. */
  private List<List<String>> headings() {
    List<List<String>> folded =
        columns.stream().map(c -> folded(c.heading().orElseThrow())).toList();
    int height = folded.stream().mapToInt(List::size).max().orElse(0);
    return IntStream.range(0, height)
        .mapToObj(
            line ->
                folded.stream()
                    .map(
                        parts ->
                            line < height - parts.size()
                                ? ""
                                : parts.get(line - height + parts.size()))
                    .toList())
        .toList();
  }

  /** A heading in lines, folded at spaces. */
  private static List<String> folded(String heading) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : heading.split(" ")) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > WIDEST_HEADING) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }

  private void noteKinds(T row) {
    for (int i = 0; i < numeric.length; i++) {
      numeric[i] |= columns.get(i).value(row).filter(Number.class::isInstance).isPresent();
    }
  }

  private List<String> cells(T row) {
    List<String> cells = new ArrayList<>();
    for (Column<T> column : columns) {
      boolean isLast = cells.size() == columns.size() - 1;
      int widest = isLast ? WIDEST_LAST_CELL : WIDEST_CELL;
      cells.add(PrintableText.of(isNarrow ? column.narrow(row) : column.shown(row), widest));
    }
    return cells;
  }

  private void measure(List<String> cells) {
    for (int i = 0; i < widths.length; i++) {
      widths[i] = Math.max(widths[i], PrintableText.width(cells.get(i)));
    }
  }

  private List<String> wholeHeadings() {
    return columns.stream().map(c -> c.heading().orElseThrow()).toList();
  }

  private TableLayout layout(List<T> rows) {
    return new TableLayout(widths, numeric, longestWord(rows), columnsOfTerminal());
  }

  private int columnsOfTerminal() {
    return console.facts().output() ? console.facts().columns() : Integer.MAX_VALUE;
  }

  private int longestWord(List<T> rows) {
    return rows.stream()
        .map(this::cells)
        .flatMap(cells -> Stream.of(cells.get(cells.size() - 1).split(" ")))
        .mapToInt(PrintableText::width)
        .max()
        .orElse(0);
  }

  /** The lines of the headings; where a row takes several, each column's heading is on one. */
  private List<String> headings(List<List<String>> folded) {
    return layout.isStacked()
        ? layout.of(wholeHeadings())
        : folded.stream().flatMap(line -> layout.of(line).stream()).toList();
  }

  private void line(List<String> cells) {
    layout.of(cells).forEach(console::println);
  }
}
