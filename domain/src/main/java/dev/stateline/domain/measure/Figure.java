package dev.stateline.domain.measure;

import dev.stateline.domain.error.InvalidInputException;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.DoubleSupplier;

/**
 * A number that can be looked at whenever somebody wants to know it.
 *
 * @param name lower-case letters and underscores, for example {@code pool_connections}
 * @param kind whether it may fall
 * @param labels which one it is of several of the same name, sorted; names as that of the figure
 * @param description what it counts, on one line
 * @param value gives the number as it is now; quick, thread-safe, and good after everything was
 *     closed
 */
public record Figure(
    String name, Kind kind, Map<String, String> labels, String description, DoubleSupplier value) {

  private static final String NAME = "[a-z]+(_[a-z]+)*";

  /** Whether a number may fall. */
  public enum Kind {
    /** It rises and falls, such as connections in use. */
    LEVEL,
    /** It only rises, such as hits of a cache. */
    TOTAL
  }

  /**
   * @throws InvalidInputException if a name is none
   */
  public Figure {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(description, "description");
    Objects.requireNonNull(value, "value");
    labels = Collections.unmodifiableMap(new TreeMap<>(labels));
    requireName(name);
    labels.keySet().forEach(Figure::requireName);
  }

  private static void requireName(String name) {
    if (!name.matches(NAME)) {
      throw new InvalidInputException(
          "a figure's name and labels have lower-case letters and underscores, not '" + name + "'");
    }
  }

  /** A number that rises and falls. */
  public static Figure level(String name, String description, DoubleSupplier value) {
    return new Figure(name, Kind.LEVEL, Map.of(), description, value);
  }

  /** A number that only rises. */
  public static Figure total(String name, String description, DoubleSupplier value) {
    return new Figure(name, Kind.TOTAL, Map.of(), description, value);
  }

  /** The same with one more label. */
  public Figure with(String label, String text) {
    Map<String, String> more = new TreeMap<>(labels);
    more.put(label, text);
    return new Figure(name, kind, more, description, value);
  }
}
