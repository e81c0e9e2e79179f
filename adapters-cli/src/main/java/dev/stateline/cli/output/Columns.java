package dev.stateline.cli.output;

import dev.stateline.application.workspace.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The columns of fields: all of them in JSON and CSV, and what is said here in tables. Immutable.
 *
 * @param <T> a row
 */
public record Columns<T>(List<Column<T>> list) {

  public Columns {
    list = List.copyOf(list);
  }

  /** Columns with the fields' names as their headings. */
  public static <T> Columns<T> of(List<Field<T>> fields) {
    return new Columns<>(fields.stream().map(Column::of).toList());
  }

  /** With another heading of a column in tables. */
  public Columns<T> headed(String name, String heading) {
    return with(name, column -> column.headed(heading));
  }

  /** With the values of a column printed in another way in tables. */
  public Columns<T> shownAs(String name, Function<Object, String> shown) {
    return with(name, column -> column.shownAs(shown));
  }

  /** With the text of a column made shorter on a terminal that is too narrow for a line a row. */
  public Columns<T> narrowedBy(String name, UnaryOperator<String> narrow) {
    return with(name, column -> column.narrowedBy(narrow));
  }

  /**
   * With columns left out on a terminal that is too narrow for a line a row, if a row has room on
   * one then; the first named goes first, and no more go than must.
   */
  public Columns<T> dispensable(String... names) {
    Columns<T> marked = this;
    for (int i = 0; i < names.length; i++) {
      int dispensability = names.length - i;
      marked = marked.with(names[i], column -> column.dispensable(dispensability));
    }
    return marked;
  }

  /** Without some columns in tables. */
  public Columns<T> hidden(String... names) {
    Columns<T> left = this;
    for (String name : names) {
      left = left.with(name, Column::hidden);
    }
    return left;
  }

  /** With one more column, the last. */
  public Columns<T> and(Column<T> column) {
    List<Column<T>> more = new ArrayList<>(list);
    more.add(column);
    return new Columns<>(more);
  }

  private Columns<T> with(String name, UnaryOperator<Column<T>> change) {
    if (list.stream().noneMatch(column -> column.name().equals(name))) {
      throw new IllegalArgumentException("there is no column " + name);
    }
    return new Columns<>(
        list.stream()
            .map(column -> column.name().equals(name) ? change.apply(column) : column)
            .toList());
  }
}
