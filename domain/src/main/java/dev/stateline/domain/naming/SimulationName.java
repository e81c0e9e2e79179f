package dev.stateline.domain.naming;

import dev.stateline.domain.error.InvalidInputException;

/**
 * What people call a simulation; unique in a database.
 *
 * @param value 1 to {@value NameRules#MAX_LENGTH} characters, none of {@code @ ~ /}, no control or
 *     bidirectional ones
 */
public record SimulationName(String value) {

  /**
   * @throws InvalidInputException if it breaks the rules
   */
  public SimulationName {
    NameRules.checkName("simulation name", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
