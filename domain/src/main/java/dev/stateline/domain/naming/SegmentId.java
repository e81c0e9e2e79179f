package dev.stateline.domain.naming;

import java.util.Objects;
import java.util.UUID;

/** Names one segment of history, for ever. */
public record SegmentId(UUID value) {
  public SegmentId {
    Objects.requireNonNull(value, "value");
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
