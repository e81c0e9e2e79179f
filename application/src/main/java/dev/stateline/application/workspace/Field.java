package dev.stateline.application.workspace;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * A member of what is given out of a row: the name of the database's column, and the value. Names
 * and their order are the same in every front end.
 *
 * @param <T> a row
 * @param name in lower case with underscores, for example {@code turn_number}
 * @param read gives text, a number, a boolean, a {@link dev.stateline.domain.document.Document}, an
 *     {@link Optional} of one of these, or anything else, which is given out as its text
 */
public record Field<T>(String name, Function<? super T, ?> read) {

  public Field {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(read, "read");
  }

  /** The value in a row; empty if the row has none. */
  public Optional<Object> value(T row) {
    Object found = read.apply(row);
    return found instanceof Optional<?> optional
        ? optional.map(Object.class::cast)
        : Optional.ofNullable(found);
  }
}
