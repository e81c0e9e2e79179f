package dev.stateline.application.replay;

import dev.stateline.domain.document.Document;
import dev.stateline.domain.time.SimulatedTime;
import java.util.Objects;
import java.util.Optional;

/**
 * What came of a turn, as far as its hashes tell.
 *
 * @param actions what the action source gave; without interventions
 * @param outcomes an empty array at turn 0
 */
record ComputedTurn(
    Document actions, Document state, Document outcomes, Optional<SimulatedTime> simulatedTime) {

  ComputedTurn {
    Objects.requireNonNull(actions, "actions");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(outcomes, "outcomes");
    Objects.requireNonNull(simulatedTime, "simulatedTime");
  }

  ComputedTurn withState(Document other) {
    return new ComputedTurn(actions, other, outcomes, simulatedTime);
  }
}
