package dev.stateline.domain.time;

import dev.stateline.domain.error.InvalidInputException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Wall-clock moments as they are kept: in whole microseconds, which every adapter gives back
 * exactly.
 */
public final class WallClock {

  private WallClock() {}

  /** The present moment. */
  public static Instant now(Clock clock) {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  /**
   * @return the moment itself
   * @throws InvalidInputException if it is finer than a microsecond
   */
  public static Instant check(Instant moment) {
    if (moment.getNano() % 1_000 != 0) {
      throw new InvalidInputException("moments are kept in whole microseconds; truncate " + moment);
    }
    return moment;
  }
}
