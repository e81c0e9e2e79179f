package dev.stateline.domain.time;

import dev.stateline.domain.error.InvalidInputException;

/**
 * The number of a turn: 0 is the initial state, turn n is the state at the end of the n-th turn.
 *
 * @param value 0 to {@value #MAX_VALUE}, inclusive
 */
public record TurnNumber(int value) implements Comparable<TurnNumber> {

  /** The last turn that a simulation can have. */
  public static final int MAX_VALUE = 1_000_000_000;

  public static final TurnNumber ZERO = new TurnNumber(0);

  /**
   * @throws InvalidInputException if the value is out of range
   */
  public TurnNumber {
    if (value < 0 || value > MAX_VALUE) {
      throw new InvalidInputException(
          "a turn is a number from 0 to " + MAX_VALUE + ", not " + value);
    }
  }

  /**
   * @throws InvalidInputException after the last possible turn
   */
  public TurnNumber next() {
    return new TurnNumber(value + 1);
  }

  public boolean isAfter(TurnNumber other) {
    return value > other.value;
  }

  @Override
  public int compareTo(TurnNumber other) {
    return Integer.compare(value, other.value);
  }

  @Override
  public String toString() {
    return Integer.toString(value);
  }
}
