package dev.stateline.domain.turn;

import java.util.Objects;
import java.util.UUID;

/** Names one transition, for ever. */
public record TransitionId(UUID value) {
  public TransitionId {
    Objects.requireNonNull(value, "value");
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
