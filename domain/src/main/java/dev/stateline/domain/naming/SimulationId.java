package dev.stateline.domain.naming;

import java.util.Objects;
import java.util.UUID;

/** Names one simulation, for ever. */
public record SimulationId(UUID value) {
  public SimulationId {
    Objects.requireNonNull(value, "value");
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
