package dev.stateline.domain.measure;

import dev.stateline.domain.error.InvalidInputException;

/**
 * How much was encoded, written or read.
 *
 * @param turns 0 or more
 * @param documentBytes of their states, actions and outcomes in canonical form; those that were not
 *     read count as 0
 * @param storedBytes of the same as the database keeps them, where that is known; else 0
 */
public record Amount(long turns, long documentBytes, long storedBytes) {

  public static final Amount NONE = new Amount(0, 0, 0);

  /**
   * @throws InvalidInputException if one of them is negative
   */
  public Amount {
    if (turns < 0 || documentBytes < 0 || storedBytes < 0) {
      throw new InvalidInputException(
          "an amount is not negative: "
              + turns
              + " turns, "
              + documentBytes
              + " and "
              + storedBytes
              + " bytes");
    }
  }

  public Amount plus(Amount other) {
    return new Amount(
        turns + other.turns, documentBytes + other.documentBytes, storedBytes + other.storedBytes);
  }
}
