package dev.stateline.domain.time;

import dev.stateline.domain.error.InvalidInputException;
import java.time.Instant;

/**
 * The simulated world's time, in UTC. Whole microseconds and years -4712 to 294246, because every
 * adapter must give back exactly the moment that was hashed.
 */
public record SimulatedTime(Instant instant) {

  private static final Instant MIN = Instant.parse("-4712-01-01T00:00:00Z");
  private static final Instant MAX = Instant.parse("+294246-12-31T23:59:59.999999Z");

  /**
   * @throws InvalidInputException if the moment is out of range or finer than a microsecond
   */
  public SimulatedTime {
    if (instant.isBefore(MIN) || instant.isAfter(MAX)) {
      throw new InvalidInputException(
          "simulated time lies between " + MIN + " and " + MAX + ", not at " + instant);
    }
    if (instant.getNano() % 1_000 != 0) {
      throw new InvalidInputException(
          "simulated time is kept in whole microseconds; truncate " + instant);
    }
  }

  /** ISO 8601 in UTC, for example {@code 1992-01-01T00:00:00Z}; this text is what is hashed. */
  @Override
  public String toString() {
    return instant.toString();
  }
}
