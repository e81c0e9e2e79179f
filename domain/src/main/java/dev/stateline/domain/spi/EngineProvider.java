package dev.stateline.domain.spi;

import dev.stateline.domain.document.Document;
import dev.stateline.domain.engine.Backtest;
import dev.stateline.domain.engine.Scenario;
import dev.stateline.domain.engine.ScenarioParameter;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.InvalidInputException;
import java.util.List;
import java.util.Optional;

/**
 * The door of a scenario and its engine, found with {@link java.util.ServiceLoader} and chosen by
 * {@code --scenario}. It has a public constructor without arguments, and no state.
 */
public interface EngineProvider {

  /** The scenario's name: lower-case letters, digits and hyphens. */
  String scenario();

  /** What it simulates, on one line. */
  String description();

  /**
   * Opens the scenario.
   *
   * @param parameters a JSON object; members that it lacks take their defaults
   * @throws InvalidInputException if a parameter is unknown or has a bad value; the message names
   *     all of them
   */
  Scenario<?> open(Document parameters);

  /**
   * The parameters that {@link #open} takes, for people, in the order in which they are told; by
   * default none are.
   */
  default List<ScenarioParameter> describedParameters() {
    return List.of();
  }

  /** The version of the shape of the parameters, 1 or more. */
  default int parametersVersion() {
    return 1;
  }

  /**
   * Brings stored parameters of an earlier version one version on, so that simulations that were
   * made before {@link #parametersVersion} was raised can be run on. What is stored stays as it is.
   *
   * @param parameters as they are stored, or what the step before made of them
   * @param version their version, below {@link #parametersVersion}
   * @return in canonical form, in the shape of {@code version + 1}
   * @throws InvalidInputException NOT_SUPPORTED if there is no such step
   */
  default Document upcastParameters(Document parameters, int version) {
    throw new InvalidInputException(
        ErrorCode.NOT_SUPPORTED,
        "nothing leads from version " + version + " of the parameters to " + (version + 1));
  }

  /**
   * The scenario's back-test against known data, where it has one.
   *
   * @param parameters as for {@link #open}
   */
  default Optional<Backtest> backtest(Document parameters) {
    return Optional.empty();
  }
}
