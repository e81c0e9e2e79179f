package dev.stateline.bootstrap.configuration;

import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.InvalidInputException;

/** A range of whole numbers, both ends inclusive. */
record WholeNumbers(int from, int to) {

  boolean contains(long number) {
    return number >= from && number <= to;
  }

  void require(String name, int number) {
    if (!contains(number)) {
      throw new InvalidInputException(
          ErrorCode.INVALID_CONFIGURATION, name + " is " + this + ", not " + number);
    }
  }

  @Override
  public String toString() {
    return "a whole number from " + from + " to " + to;
  }
}
