package dev.stateline.cli.output;

import dev.stateline.application.workspace.Field;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A column of printed data.
 *
 * @param <T> a row
 */
public final class Column<T> {

  /** Gives a row's value: text, a number, a boolean, a document, or empty. */
  @FunctionalInterface
  public interface Value<T> extends Function<T, Object> {}

  private final String name;
  private final Value<T> value;
  private final String heading;
  private final Function<Object, String> shown;
  private final UnaryOperator<String> narrow;
  private final int dispensability;
  private final String csvName;

  private Column(
      String name,
      Value<T> value,
      String heading,
      Function<Object, String> shown,
      UnaryOperator<String> narrow,
      int dispensability,
      String csvName) {
    this.name = Objects.requireNonNull(name, "name");
    this.value = Objects.requireNonNull(value, "value");
    this.heading = heading;
    this.shown = shown;
    this.narrow = narrow;
    this.dispensability = dispensability;
    this.csvName = csvName;
  }

  /**
   * A column with the name as its heading.
   *
   * @param name as in the database, lower case with underscores
   * @param value an {@link Optional} is unwrapped, and what is no number, boolean or document is
   *     printed with {@code toString}
   */
  public static <T> Column<T> of(String name, Value<T> value) {
    return new Column<>(name, value, name, Object::toString, UnaryOperator.identity(), 0, name);
  }

  /** As {@link #of}, but not in tables. */
  public static <T> Column<T> hidden(String name, Value<T> value) {
    return of(name, value).hidden();
  }

  static <T> Column<T> of(Field<T> field) {
    return of(field.name(), row -> field.value(row));
  }

  /** The same column, but not in tables. */
  Column<T> hidden() {
    return new Column<>(name, value, null, shown, narrow, dispensability, csvName);
  }

  /** The same column with another heading in tables. */
  public Column<T> headed(String heading) {
    return new Column<>(name, value, heading, shown, narrow, dispensability, csvName);
  }

  /** The same column, its values printed in another way in tables. */
  public Column<T> shownAs(Function<Object, String> shown) {
    return new Column<>(name, value, heading, shown, narrow, dispensability, csvName);
  }

  /** The same column, its text made shorter on a terminal that is too narrow for a line a row. */
  public Column<T> narrowedBy(UnaryOperator<String> narrow) {
    return new Column<>(name, value, heading, shown, narrow, dispensability, csvName);
  }

  /**
   * The same column, left out on a terminal that is too narrow for a line a row, if a row has room
   * on one then.
   *
   * @param dispensability above 0; the column with the highest is left out first
   */
  public Column<T> dispensable(int dispensability) {
    return new Column<>(name, value, heading, shown, narrow, dispensability, csvName);
  }

  /** The same column with another name in CSV, where it may be any text. */
  public Column<T> inCsv(String csvName) {
    return new Column<>(name, value, heading, shown, narrow, dispensability, csvName);
  }

  String csvName() {
    return csvName;
  }

  String name() {
    return name;
  }

  Optional<String> heading() {
    return Optional.ofNullable(heading);
  }

  int dispensability() {
    return dispensability;
  }

  Optional<Object> value(T row) {
    Object found = value.apply(row);
    return found instanceof Optional<?> optional
        ? optional.map(Object.class::cast)
        : Optional.ofNullable(found);
  }

  String shown(T row) {
    return value(row).map(shown).orElse("-");
  }

  String narrow(T row) {
    return value(row).map(shown).map(narrow).orElse("-");
  }
}
