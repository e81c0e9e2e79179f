package dev.stateline.application;

import dev.stateline.domain.port.IdSource;
import java.time.Clock;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * UUIDs of version 7 (RFC 9562, section 5.7): 48 bits of milliseconds, then a 12-bit counter that
 * makes ids of one millisecond increase (section 6.2, method 1), then 62 random bits. When the
 * counter is used up or the clock steps back, the ids run ahead of the clock. Thread-safe.
 */
public final class TimeOrderedIds implements IdSource {

  private static final int COUNTER_LIMIT = 1 << 12;
  private static final long VERSION_7 = 0x7000L;
  private static final long VARIANT = 1L << 63;

  private final Clock clock;
  private final RandomGenerator random;
  private long millis = -1;
  private int counter;

  /**
   * @param random must be unpredictable enough that two machines never draw the same 62 bits, such
   *     as {@link java.security.SecureRandom}
   */
  public TimeOrderedIds(Clock clock, RandomGenerator random) {
    this.clock = clock;
    this.random = random;
  }

  @Override
  public synchronized UUID next() {
    long now = clock.millis();
    if (now > millis) {
      millis = now;
      // Half of the room stays free for counting up.
      counter = random.nextInt(COUNTER_LIMIT / 2);
    } else if (++counter == COUNTER_LIMIT) {
      millis++;
      counter = 0;
    }
    long high = (millis << 16) | VERSION_7 | counter;
    return new UUID(high, VARIANT | (random.nextLong() >>> 2));
  }
}
