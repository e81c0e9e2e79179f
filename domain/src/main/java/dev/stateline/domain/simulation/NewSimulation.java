package dev.stateline.domain.simulation;

import dev.stateline.domain.document.Document;
import dev.stateline.domain.error.InvalidInputException;
import dev.stateline.domain.history.Segment;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.naming.SimulationName;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.turn.ChainHash;
import dev.stateline.domain.turn.State;
import java.util.Objects;
import java.util.Optional;

/**
 * A simulation that is to be: it comes with its root segment and its initial state, so that none
 * ever lacks a head. It is created when its initial state is.
 *
 * @param config the scenario's name and parameters, without secrets
 * @param metadata a JSON object for the user's own notes
 * @param targetTurn the turn at which its run is to stop
 * @param initial the state of turn 0, on the root segment
 */
public record NewSimulation(
    SimulationName name,
    Document config,
    Document metadata,
    Optional<TurnNumber> targetTurn,
    Segment root,
    State initial) {

  /**
   * @throws InvalidInputException if the initial state is not turn 0 of a root segment, or its
   *     chain hash is not that of its document; INVALID_DOCUMENT if a document is not in canonical
   *     form
   */
  public NewSimulation {
    Objects.requireNonNull(name, "name");
    config.requireCanonical("the config");
    metadata.requireCanonical("the metadata");
    initial.document().requireCanonical("the initial state");
    Objects.requireNonNull(targetTurn, "targetTurn");
    if (root.parent().isPresent()
        || !initial.segment().equals(root.id())
        || !initial.simulation().equals(root.simulation())
        || initial.turn().value() != 0) {
      throw new InvalidInputException(
          "a new simulation begins with turn 0 on a root segment of its own");
    }
    if (!initial
        .chainHash()
        .equals(ChainHash.initial(initial.simulatedTime(), initial.stateHash()))) {
      throw new InvalidInputException("the initial state's chain hash is not that of turn 0");
    }
  }

  public SimulationId id() {
    return initial.simulation();
  }
}
