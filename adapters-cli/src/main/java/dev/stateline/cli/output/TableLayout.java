package dev.stateline.cli.output;

import dev.stateline.cli.terminal.FoldedText;
import dev.stateline.cli.terminal.PrintableText;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the cells of a row stand. On a terminal that is too narrow for a line a row, the last cell
 * is folded at its spaces; where that is not enough, the row goes on in lines below, a little to
 * the right.
 */
final class TableLayout {

  private static final String GAP = "  ";
  private static final String INDENT = "  ";

  /** The narrowest column in which sentences can be read. */
  private static final int NARROWEST_TEXT = 24;

  private final int[] widths;
  private final boolean[] numeric;
  private final int columns;
  private final List<List<Integer>> lines = new ArrayList<>();

  /**
   * @param widths of the columns, in order
   * @param numeric which of them stand at their right edge
   * @param longestWord of the last column
   * @param columns of the terminal; {@link Integer#MAX_VALUE} where there is none
   */
  TableLayout(int[] widths, boolean[] numeric, int longestWord, int columns) {
    this.widths = widths.clone();
    this.numeric = numeric;
    this.columns = columns;
    int last = widths.length - 1;
    int left = columns - width(0, last) - GAP.length();
    boolean foldsLast =
        width(0, widths.length) > columns
            && left >= Math.max(longestWord, Math.min(NARROWEST_TEXT, widths[last]));
    if (foldsLast) {
      this.widths[last] = left;
    }
    breakIntoLines();
  }

  private void breakIntoLines() {
    List<Integer> line = new ArrayList<>();
    int taken = 0;
    for (int i = 0; i < widths.length; i++) {
      int needed = widths[i] + (line.isEmpty() ? 0 : GAP.length());
      if (!line.isEmpty() && taken + needed > columns) {
        lines.add(line);
        line = new ArrayList<>();
        taken = INDENT.length();
        needed = widths[i];
      }
      line.add(i);
      taken += needed;
    }
    lines.add(line);
  }

  private int width(int from, int to) {
    int width = 0;
    for (int i = from; i < to; i++) {
      width += widths[i] + (i == from ? 0 : GAP.length());
    }
    return width;
  }

  /** Whether a row takes several lines. */
  boolean isStacked() {
    return lines.size() > 1;
  }

  /** The lines of a row. */
  List<String> of(List<String> cells) {
    List<String> rows = new ArrayList<>();
    for (List<Integer> line : lines) {
      String indent = rows.isEmpty() ? "" : INDENT;
      String row = indent + joined(cells, line);
      if (rows.isEmpty() || !row.isBlank()) {
        rows.addAll(folded(row.stripTrailing(), indent, line, cells));
      }
    }
    return rows;
  }

  private String joined(List<String> cells, List<Integer> line) {
    StringBuilder row = new StringBuilder();
    for (int i : line) {
      String cell = cells.get(i);
      String padding = " ".repeat(Math.max(0, widths[i] - PrintableText.width(cell)));
      row.append(i == line.get(0) ? "" : GAP).append(numeric[i] ? padding + cell : cell + padding);
    }
    return row.toString();
  }

  /** The last cell of a row in as many lines as it takes. */
  private List<String> folded(String row, String indent, List<Integer> line, List<String> cells) {
    int last = line.get(line.size() - 1);
    boolean isText = last == widths.length - 1 && !numeric[last];
    if (!isText || columns == Integer.MAX_VALUE || PrintableText.width(row) <= columns) {
      return List.of(row);
    }
    int hanging =
        indent.length() + width(line.get(0), last) + (line.size() == 1 ? 0 : GAP.length());
    return FoldedText.of(row, columns, hanging);
  }
}
