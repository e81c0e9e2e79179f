package dev.stateline.persistence.sql;

import java.util.Arrays;

/** The bytes of a document as they stand in a row. */
record Payload(byte[] bytes) {

  int size() {
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
