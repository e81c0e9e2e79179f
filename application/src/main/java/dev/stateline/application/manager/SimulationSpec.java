package dev.stateline.application.manager;

import dev.stateline.domain.document.Document;
import dev.stateline.domain.engine.InitialState;
import dev.stateline.domain.naming.SimulationName;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.turn.Provenance;
import java.util.Objects;
import java.util.Optional;

/**
 * A simulation that is to be created.
 *
 * @param config the scenario's name and parameters; never a secret
 * @param provenance what computes its turns; its seed is the simulation's
 * @param metadata a JSON object for the user's own notes
 * @param targetTurn the turn at which its run is to stop
 */
public record SimulationSpec<S>(
    SimulationName name,
    StateFormat<S> format,
    InitialState<S> initial,
    Document config,
    Provenance provenance,
    Document metadata,
    Optional<TurnNumber> targetTurn) {

  /** A simulation without simulated time, configuration, notes or a turn to stop at. */
  public static <S> SimulationSpec<S> of(
      SimulationName name, StateFormat<S> format, S initial, Provenance provenance) {
    return new SimulationSpec<>(
        name,
        format,
        new InitialState<>(initial, Optional.empty()),
        Document.EMPTY_OBJECT,
        provenance,
        Document.EMPTY_OBJECT,
        Optional.empty());
  }

  public SimulationSpec {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(format, "format");
    Objects.requireNonNull(initial, "initial");
    Objects.requireNonNull(config, "config");
    Objects.requireNonNull(provenance, "provenance");
    Objects.requireNonNull(metadata, "metadata");
    Objects.requireNonNull(targetTurn, "targetTurn");
  }
}
