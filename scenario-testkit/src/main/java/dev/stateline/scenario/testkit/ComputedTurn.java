package dev.stateline.scenario.testkit;

import dev.stateline.domain.document.Document;
import dev.stateline.domain.time.SimulatedTime;
import dev.stateline.domain.turn.Action;
import java.util.List;
import java.util.Optional;

/** All of a turn that its hashes cover. */
record ComputedTurn(
    List<Action> actions,
    Document state,
    Document outcomes,
    Optional<SimulatedTime> simulatedTime) {}
