package dev.stateline.domain.simulation;

import dev.stateline.domain.state.TurnNumber;
import java.util.Objects;
import java.util.Optional;

/**
 * A step in a simulation's life.
 *
 * @param status the status that it gets
 * @param reason why, for people; kept with a failure
 * @param targetTurn the turn at which the run is to stop; empty keeps the one it had
 */
public record StatusChange(
    SimulationStatus status, Optional<String> reason, Optional<TurnNumber> targetTurn) {

  public StatusChange {
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(targetTurn, "targetTurn");
  }

  public static StatusChange to(SimulationStatus status) {
    return new StatusChange(status, Optional.empty(), Optional.empty());
  }

  public static StatusChange running(TurnNumber targetTurn) {
    return new StatusChange(SimulationStatus.RUNNING, Optional.empty(), Optional.of(targetTurn));
  }

  public static StatusChange failed(String reason) {
    return new StatusChange(SimulationStatus.FAILED, Optional.of(reason), Optional.empty());
  }
}
