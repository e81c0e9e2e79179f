package dev.stateline.application.run;

import dev.stateline.application.guard.GuardedProvider;
import dev.stateline.domain.document.Document;
import dev.stateline.domain.engine.Scenario;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.FailureException;
import dev.stateline.domain.error.InvalidInputException;
import dev.stateline.domain.error.NotFoundException;
import dev.stateline.domain.port.DocumentTools;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.spi.EngineProvider;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The scenarios that can be run, by name. What a provider or its scenario throws, but for the
 * refusals of its contract, comes out as SCENARIO_FAILED with its place. A provider that cannot be
 * used stands in no other's way. Immutable.
 */
public final class EngineCatalog {

  private final SortedMap<String, GuardedProvider> providers = new TreeMap<>();
  private final SortedMap<String, String> doubled = new TreeMap<>();
  private final List<String> problems = new ArrayList<>();

  /**
   * @param found for example what {@link java.util.ServiceLoader} found
   */
  public EngineCatalog(Iterable<? extends EngineProvider> found) {
    this(found, List.of());
  }

  /**
   * @param found what can be used
   * @param problems what cannot, one line each
   */
  public EngineCatalog(Iterable<? extends EngineProvider> found, List<String> problems) {
    this.problems.addAll(problems);
    for (EngineProvider provider : found) {
      try {
        add(GuardedProvider.of(provider));
      } catch (FailureException e) {
        this.problems.add(e.getMessage());
      }
    }
    doubled.keySet().forEach(providers::remove);
    this.problems.addAll(doubled.values());
  }

  private void add(GuardedProvider provider) {
    GuardedProvider other = providers.putIfAbsent(provider.scenario(), provider);
    if (other != null) {
      doubled.put(
          provider.scenario(),
          "two engine providers have the scenario '"
              + provider.scenario()
              + "': "
              + other.className()
              + " and "
              + provider.className()
              + "; remove one of them from the class path");
    }
  }

  /**
   * @return a guarded provider
   * @throws NotFoundException SCENARIO_NOT_FOUND, listing the known ones
   * @throws InvalidInputException INVALID_CONFIGURATION if two providers have the scenario
   */
  public EngineProvider find(String scenario) {
    if (doubled.containsKey(scenario)) {
      throw new InvalidInputException(ErrorCode.INVALID_CONFIGURATION, doubled.get(scenario));
    }
    EngineProvider provider = providers.get(scenario);
    if (provider == null) {
      throw NotFoundException.scenario(scenario, providers.keySet(), problems);
    }
    return provider;
  }

  /** What on the class path cannot be used, one line each. */
  public List<String> problems() {
    return Collections.unmodifiableList(problems);
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
      parameters = provider.upcastParameters(parameters, step);
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
