package dev.stateline.domain.spi;

import dev.stateline.domain.document.Document;
import dev.stateline.domain.engine.Backtest;
import dev.stateline.domain.engine.Scenario;
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
   * @throws dev.stateline.domain.error.InvalidInputException if a parameter is unknown or has a bad
   *     value; the message names all of them
   */
  Scenario<?> open(Document parameters);

  /**
   * The scenario's back-test against known data, where it has one.
   *
   * @param parameters as for {@link #open}
   */
  default Optional<Backtest> backtest(Document parameters) {
    return Optional.empty();
  }
}
