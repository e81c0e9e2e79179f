package dev.stateline.benchmarks.workload;

import dev.stateline.domain.turn.Action;
import dev.stateline.domain.turn.Outcome;
import java.util.List;

/**
 * One turn of a workload, as an engine hands it over.
 *
 * @param number 0 for the initial state, which nothing led to
 */
public record WorkTurn<S>(int number, S state, List<Action> actions, List<Outcome> outcomes) {

  public WorkTurn {
    if (number < 0) {
      throw new IllegalArgumentException("a turn is 0 or more, not " + number);
    }
    actions = List.copyOf(actions);
    outcomes = List.copyOf(outcomes);
  }
}
