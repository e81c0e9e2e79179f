package dev.stateline.domain.engine;

import dev.stateline.domain.document.Document;
import java.util.Objects;
import java.util.Optional;

/**
 * One parameter of a scenario, told to people.
 *
 * @param name as it is given; a parameter inside an object has the object's name and a dot before
 *     its own
 * @param defaultValue what holds when it is not given; empty if it must be given
 * @param values what may be given, for example {@code a whole number from 1 to 30}
 * @param meaning what it does, with its unit; may be empty
 */
public record ScenarioParameter(
    String name, Optional<Document> defaultValue, String values, String meaning) {

  public ScenarioParameter {
    Objects.requireNonNull(name, "name must not be null");
    Objects.requireNonNull(defaultValue, "defaultValue must not be null");
    Objects.requireNonNull(values, "values must not be null");
    Objects.requireNonNull(meaning, "meaning must not be null");
  }
}
