package dev.stateline.application.run;

import dev.stateline.domain.document.Document;
import dev.stateline.domain.engine.Scenario;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.InvalidInputException;
import dev.stateline.domain.error.NotFoundException;
import dev.stateline.domain.port.DocumentTools;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.spi.EngineProvider;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** The scenarios that can be run, by name. Immutable. */
public final class EngineCatalog {

  private final SortedMap<String, EngineProvider> providers = new TreeMap<>();

  /**
   * @param found for example what {@link java.util.ServiceLoader} found
   * @throws InvalidInputException INVALID_CONFIGURATION if two providers have the same scenario
   */
  public EngineCatalog(Iterable<EngineProvider> found) {
    for (EngineProvider provider : found) {
      EngineProvider other = providers.putIfAbsent(provider.scenario(), provider);
      if (other != null) {
        throw new InvalidInputException(
            ErrorCode.INVALID_CONFIGURATION,
            "two engine providers have the scenario '"
                + provider.scenario()
                + "': "
                + other.getClass().getName()
                + " and "
                + provider.getClass().getName()
                + "; remove one of them from the class path");
      }
    }
  }

  /**
   * @throws NotFoundException SCENARIO_NOT_FOUND, listing the known ones
   */
  public EngineProvider find(String scenario) {
    EngineProvider provider = providers.get(scenario);
    if (provider == null) {
      throw new NotFoundException(
          ErrorCode.SCENARIO_NOT_FOUND,
          "there is no scenario '"
              + scenario
              + "' on the class path; known: "
              + String.join(", ", providers.keySet()));
    }
    return provider;
  }

  /**
   * Opens the scenario that made a simulation, with the parameters that it was made with.
   *
   * @throws NotFoundException SCENARIO_NOT_FOUND
   * @throws InvalidInputException if the simulation was not made by a scenario
   */
  public Scenario<?> scenarioOf(Simulation simulation, DocumentTools documents) {
    ScenarioConfig config = ScenarioConfig.of(simulation, documents);
    return find(config.scenario()).open(config.parameters());
  }

  /**
   * As the other method, with other parameters.
   *
   * @param parameters a JSON object; members that it lacks take their defaults
   */
  public Scenario<?> scenarioOf(
      Simulation simulation, DocumentTools documents, Document parameters) {
    return find(ScenarioConfig.of(simulation, documents).scenario()).open(parameters);
  }

  /** All of them, in the order of their names. */
  public Collection<EngineProvider> all() {
    return Collections.unmodifiableCollection(providers.values());
  }
}
