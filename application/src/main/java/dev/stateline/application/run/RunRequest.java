package dev.stateline.application.run;

import dev.stateline.domain.document.Document;
import dev.stateline.domain.naming.SimulationName;
import dev.stateline.domain.time.TurnNumber;
import java.util.Objects;
import java.util.Optional;

/**
 * A simulation to be created and run.
 *
 * @param parameters the scenario's parameters, a JSON object; members that it lacks take their
 *     defaults
 * @param name empty for the scenario's name, with a number behind it when that is taken
 * @param lastTurn the turn at which to stop; empty for the scenario's own
 */
public record RunRequest(
    String scenario,
    Document parameters,
    Optional<SimulationName> name,
    Optional<TurnNumber> lastTurn,
    long seed) {

  /**
   * @throws dev.stateline.domain.error.InvalidInputException INVALID_DOCUMENT if the parameters are
   *     not in canonical form
   */
  public RunRequest {
    Objects.requireNonNull(scenario, "scenario");
    parameters.requireCanonical("the parameters");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(lastTurn, "lastTurn");
  }
}
