package dev.stateline.domain.naming;

import dev.stateline.domain.error.InvalidInputException;

/**
 * What people call a simulation; unique in a database.
 *
 * @param value 1 to {@value NameRules#MAX_LENGTH} printable characters, none of {@code @ ~ /}; kept
 *     and compared in Unicode's normalization form C
 */
public record SimulationName(String value) {

  /**
   * @throws InvalidInputException if it breaks the rules
   */
  public SimulationName {
    value = NameRules.name("simulation name", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
