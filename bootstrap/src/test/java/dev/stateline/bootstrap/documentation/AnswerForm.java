package dev.stateline.bootstrap.documentation;

import java.io.PrintStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** How the shell of a database prints an answer. */
enum AnswerForm {
  /** {@code sqlite3}: bars between values, nothing else. */
  BARE {
    @Override
    void print(List<List<String>> table, List<Integer> widths, PrintStream out) {
      table.stream().skip(1).forEach(row -> out.println(String.join("|", row)));
    }
  },
  /** {@code sqlite3 -box}. */
  BOX {
    @Override
    void print(List<List<String>> table, List<Integer> widths, PrintStream out) {
      out.println(rule(widths, "┌", "┬", "┐", "─"));
      out.println("│" + cells(table.get(0), widths, "│") + "│");
      out.println(rule(widths, "├", "┼", "┤", "─"));
      table.stream().skip(1).forEach(row -> out.println("│" + cells(row, widths, "│") + "│"));
      out.println(rule(widths, "└", "┴", "┘", "─"));
    }
  },
  /** {@code psql}. */
  PSQL {
    @Override
    void print(List<List<String>> table, List<Integer> widths, PrintStream out) {
      out.println(cells(table.get(0), widths, "|").stripTrailing());
      out.println(rule(widths, "", "+", "", "-"));
      table.stream().skip(1).forEach(row -> out.println(cells(row, widths, "|").stripTrailing()));
      out.println("(" + (table.size() - 1) + (table.size() == 2 ? " row)" : " rows)"));
    }
  };

  void print(ResultSet rows, PrintStream out) throws SQLException {
    List<List<String>> table = new ArrayList<>();
    int columns = rows.getMetaData().getColumnCount();
    List<String> names = new ArrayList<>();
    for (int i = 1; i <= columns; i++) {
      names.add(rows.getMetaData().getColumnLabel(i));
    }
    table.add(names);
    while (rows.next()) {
      List<String> row = new ArrayList<>();
      for (int i = 1; i <= columns; i++) {
        String value = rows.getString(i);
        row.add(value == null ? "" : value);
      }
      table.add(row);
    }
    List<Integer> widths = new ArrayList<>();
    for (int i = 0; i < columns; i++) {
      int column = i;
      widths.add(table.stream().mapToInt(row -> row.get(column).length()).max().orElse(0));
    }
    print(table, widths, out);
  }

  abstract void print(List<List<String>> table, List<Integer> widths, PrintStream out);

  private static String cells(List<String> row, List<Integer> widths, String bar) {
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < row.size(); i++) {
      cells.add(" " + row.get(i) + " ".repeat(widths.get(i) - row.get(i).length() + 1));
    }
    return String.join(bar, cells);
  }

  private static String rule(
      List<Integer> widths, String left, String middle, String right, String line) {
    return widths.stream()
        .map(width -> line.repeat(width + 2))
        .collect(Collectors.joining(middle, left, right));
  }
}
