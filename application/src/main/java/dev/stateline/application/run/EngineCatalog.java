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
import java.util.Objects;
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
      throw NotFoundException.scenario(scenario, providers.keySet());
    }
    return provider;
  }

  /**
   * Opens the scenario that made a simulation, with the parameters that it was made with; those of
   * an earlier version are brought to the provider's.
   *
   * @return the caller closes it
   * @throws NotFoundException SCENARIO_NOT_FOUND
   * @throws InvalidInputException if the simulation was not made by a scenario, or the scenario no
   *     longer takes the parameters that it was made with
   */
  public Scenario<?> scenarioOf(Simulation simulation, DocumentTools documents) {
    ScenarioConfig config = ScenarioConfig.of(simulation, documents);
    EngineProvider provider = find(config.scenario());
    try {
      return provider.open(upcast(provider, config));
    } catch (InvalidInputException e) {
      throw InvalidInputException.misfit(simulation.name(), "the stored parameters", e);
    }
  }

  private static Document upcast(EngineProvider provider, ScenarioConfig config) {
    if (config.version() > provider.parametersVersion()) {
      throw new InvalidInputException(
          ErrorCode.NOT_SUPPORTED,
          "the parameters have version "
              + config.version()
              + ", and this scenario reads parameters up to version "
              + provider.parametersVersion());
    }
    Document parameters = config.parameters();
    for (int step = config.version(); step < provider.parametersVersion(); step++) {
      parameters =
          Objects.requireNonNull(
              provider.upcastParameters(parameters, step), "an upcast gave nothing");
    }
    return parameters;
  }

  /**
   * Opens the scenario that made a simulation, with other parameters than it was made with.
   *
   * @param parameters a JSON object; members that it lacks take their defaults
   * @return the caller closes it
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
