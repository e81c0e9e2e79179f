package dev.stateline.application.run;

import java.time.Duration;
import java.util.Arrays;

/** How long each of a run's turns took until it was durable. Not thread-safe. */
public final class CommitTimes {

  private long[] nanos = new long[64];
  private int count;

  CommitTimes() {}

  void add(Duration time) {
    if (count == nanos.length) {
      nanos = Arrays.copyOf(nanos, 2 * count);
    }
    nanos[count++] = time.toNanos();
  }

  /**
   * The time that a share of the turns kept within: 0.5 gives the median, 0.99 that of 99 in a
   * hundred (the nearest rank).
   *
   * @param share above 0, 1 at the most
   * @return zero where there was no turn
   */
  public Duration within(double share) {
    if (count == 0) {
      return Duration.ZERO;
    }
    long[] sorted = Arrays.copyOf(nanos, count);
    Arrays.sort(sorted);
    int rank = (int) Math.ceil(share * count);
    return Duration.ofNanos(sorted[Math.min(count, Math.max(1, rank)) - 1]);
  }
}
