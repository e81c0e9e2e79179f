package dev.stateline.persistence.sql.internal.row;

import java.util.Arrays;
import java.util.HexFormat;

/** The checksum of a row as it is stored: 16 bytes, where nobody changed it. Immutable. */
public final class Seal {

  private final byte[] bytes;

  /**
   * @param bytes not copied, and not to be changed
   */
  public Seal(byte[] bytes) {
    this.bytes = bytes;
  }

  /** The bytes themselves; not to be changed. */
  public byte[] bytes() {
    return bytes;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Seal that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return HexFormat.of().formatHex(bytes);
  }
}
