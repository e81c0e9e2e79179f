package dev.stateline.domain.engine;

import dev.stateline.domain.time.SimulatedTime;
import java.util.Objects;
import java.util.Optional;

/**
 * The world before the first turn.
 *
 * @param simulatedTime the world's time then, where the world has one
 */
public record InitialState<S>(S state, Optional<SimulatedTime> simulatedTime) {

  public InitialState {
    Objects.requireNonNull(state, "state must not be null");
    Objects.requireNonNull(simulatedTime, "simulatedTime must not be null");
  }
}
