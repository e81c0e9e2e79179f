package dev.stateline.domain.engine;

import dev.stateline.domain.time.SimulatedTime;
import dev.stateline.domain.turn.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What an engine makes of a turn.
 *
 * @param state the world at the end of the turn
 * @param simulatedTime the world's time then, where the world has one
 * @param outcomes what came of the turn, in an order that is the same on every run
 */
public record TurnResult<S>(
    S state, Optional<SimulatedTime> simulatedTime, List<Outcome> outcomes) {

  public TurnResult {
    Objects.requireNonNull(state, "state must not be null");
    Objects.requireNonNull(simulatedTime, "simulatedTime must not be null");
    outcomes = new ArrayList<>(Objects.requireNonNull(outcomes, "outcomes must not be null"));
    int missing = outcomes.indexOf(null);
    if (missing >= 0) {
      throw new NullPointerException("outcome " + missing + " is null");
    }
    outcomes = List.copyOf(outcomes);
  }
}
