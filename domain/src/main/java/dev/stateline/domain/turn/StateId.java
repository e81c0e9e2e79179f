package dev.stateline.domain.turn;

import java.util.Objects;
import java.util.UUID;

/** Names one stored state, for ever. */
public record StateId(UUID value) {
  public StateId {
    Objects.requireNonNull(value, "value");
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
