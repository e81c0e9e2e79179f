package dev.stateline.persistence.sql.internal.payload;

import java.util.Arrays;
import java.util.Optional;

/**
 * How a payload is stored. Every row names its encoding by a number, so that old rows stay readable
 * whatever is written today; a number never changes its meaning.
 */
public enum Encoding {
  /** Canonical bytes as they are. */
  PLAIN(0),
  /** One zstd frame with content size and checksum: without one, 3 in 10 bit flips go unseen. */
  ZSTD(1),
  /** Nothing is stored: retention took the payload, and left its hash. */
  PRUNED(2),
  /** A {@link Delta} to the state of an earlier turn, as it is. */
  DELTA(3),
  /** The same in a zstd frame as above. */
  ZSTD_DELTA(4);

  private final int number;

  Encoding(int number) {
    this.number = number;
  }

  /** The number in the row. */
  public int number() {
    return number;
  }

  /** Whether a row's number is this one's; null is no encoding's. */
  public boolean isNumbered(Integer stored) {
    return stored != null && stored == number;
  }

  /** The encoding as it is printed, in lower case. */
  public String text() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  /** Whether there is a document only together with that of an earlier turn. */
  public boolean isDelta() {
    return this == DELTA || this == ZSTD_DELTA;
  }

  boolean isFrame() {
    return this == ZSTD || this == ZSTD_DELTA;
  }

  /** The encoding of a number; empty if this program does not know it. */
  public static Optional<Encoding> of(int number) {
    return Arrays.stream(values()).filter(e -> e.number == number).findFirst();
  }
}
