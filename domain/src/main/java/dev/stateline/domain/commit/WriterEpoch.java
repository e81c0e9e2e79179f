package dev.stateline.domain.commit;

/**
 * The fencing token of a simulation's one writer. Every opening for writing raises it by one; a
 * commit with an older one is refused.
 *
 * @param value 0 for a simulation that nobody opened yet
 */
public record WriterEpoch(long value) {

  public static final WriterEpoch NONE = new WriterEpoch(0);

  /**
   * @throws IllegalArgumentException if the value is negative
   */
  public WriterEpoch {
    if (value < 0) {
      throw new IllegalArgumentException("a writer epoch is not negative: " + value);
    }
  }

  public WriterEpoch next() {
    return new WriterEpoch(value + 1);
  }
}
