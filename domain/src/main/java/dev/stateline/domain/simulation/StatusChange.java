package dev.stateline.domain.simulation;

import dev.stateline.domain.naming.NameRules;
import dev.stateline.domain.time.TurnNumber;
import java.util.Objects;
import java.util.Optional;

/**
 * A step in a simulation's life.
 *
 * @param status the status that it gets
 * @param reason why, for people; replaces the one before. It is cut to {@value #MAX_REASON}
 *     characters, and what is not printable becomes a space
 * @param targetTurn the turn at which the run is to stop; empty keeps the one it had
 */
public record StatusChange(
    SimulationStatus status, Optional<String> reason, Optional<TurnNumber> targetTurn) {

  /** The longest reason, in Unicode code points. */
  public static final int MAX_REASON = 2_000;

  public StatusChange {
    Objects.requireNonNull(status, "status");
    reason = reason.map(StatusChange::fit);
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

  /** A reason may be a stranger's error message: any text, of any length. */
  private static String fit(String reason) {
    StringBuilder line = new StringBuilder();
    reason
        .codePoints()
        .limit(MAX_REASON)
        .forEach(c -> line.appendCodePoint(NameRules.isPrintable(c) ? c : ' '));
    return line.toString();
  }
}
