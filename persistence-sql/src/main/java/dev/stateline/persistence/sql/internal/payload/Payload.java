package dev.stateline.persistence.sql.internal.payload;

import dev.stateline.persistence.sql.dialect.Projection;
import java.util.Arrays;

/**
 * The bytes of a document as they stand in a row.
 *
 * @param projection what is written beside them for people who query in SQL; null for nothing, and
 *     in what was read. Payloads are equal whatever it is
 */
public record Payload(byte[] bytes, Projection projection) {

  /** A payload with nothing beside it. */
  public Payload(byte[] bytes) {
    this(bytes, null);
  }

  public int size() {
    return bytes.length;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Payload that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "Payload[" + bytes.length + " bytes]";
  }
}
