package dev.stateline.domain.naming;

import java.util.Objects;
import java.util.UUID;

/** Names one checkpoint row; people use its {@link CheckpointName}. */
public record CheckpointId(UUID value) {
  public CheckpointId {
    Objects.requireNonNull(value, "value");
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
