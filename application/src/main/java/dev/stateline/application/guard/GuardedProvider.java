package dev.stateline.application.guard;

import dev.stateline.domain.document.Document;
import dev.stateline.domain.engine.Backtest;
import dev.stateline.domain.engine.Scenario;
import dev.stateline.domain.engine.ScenarioParameter;
import dev.stateline.domain.error.FailureException;
import dev.stateline.domain.spi.EngineProvider;
import java.util.List;
import java.util.Optional;

/**
 * A provider whose name and description are known, and all of whose methods, and those of what it
 * gives out, are guarded. Thread-safe if the provider is.
 */
public final class GuardedProvider implements EngineProvider {

  private static final String NAME = "[a-z0-9-]{1,100}";

  private final EngineProvider provider;
  private final String scenario;
  private final String description;
  private final Guard guard;

  private GuardedProvider(EngineProvider provider) {
    this.provider = provider;
    Guard nameless = new Guard(Component.PROVIDER, Optional.empty(), provider);
    this.scenario = nameless.call("scenario", () -> named(provider.scenario()));
    this.guard = new Guard(Component.PROVIDER, Optional.of(scenario), provider);
    this.description = guard.call("description", provider::description);
  }

  private static String named(String name) {
    if (name != null && !name.matches(NAME)) {
      throw new UnfitAnswer(
          "a scenario's name has lower-case letters, digits and hyphens, not '" + name + "'");
    }
    return name;
  }

  /**
   * Asks a provider for its name and description.
   *
   * @throws FailureException SCENARIO_FAILED if it does not give them
   */
  public static GuardedProvider of(EngineProvider provider) {
    return provider instanceof GuardedProvider guarded ? guarded : new GuardedProvider(provider);
  }

  /** The name of the provider's class. */
  public String className() {
    return provider.getClass().getName();
  }

  @Override
  public String scenario() {
    return scenario;
  }

  @Override
  public String description() {
    return description;
  }

  @Override
  public List<ScenarioParameter> describedParameters() {
    return guard.call(
        "describedParameters", () -> Answers.described(provider.describedParameters()));
  }

  @Override
  public Scenario<?> open(Document parameters) {
    return new GuardedScenario<>(
        guard.callThatMayRefuse("open", () -> provider.open(parameters)), Optional.of(scenario));
  }

  @Override
  public int parametersVersion() {
    return guard.call(
        "parametersVersion", () -> Answers.version("parameters", provider.parametersVersion()));
  }

  @Override
  public Document upcastParameters(Document parameters, int version) {
    return guard.callThatMayRefuse(
        "upcastParameters",
        () -> Answers.canonical(provider.upcastParameters(parameters, version)));
  }

  @Override
  public Optional<Backtest> backtest(Document parameters) {
    return guard
        .callThatMayRefuse("backtest", () -> provider.backtest(parameters))
        .map(backtest -> new GuardedBacktest(backtest, guard.of(Component.BACKTEST, backtest)));
  }

  private record GuardedBacktest(Backtest backtest, Guard guard) implements Backtest {

    @Override
    public List<Row> run(long seed) {
      return guard.callThatMayRefuse("run", () -> Answers.list(backtest.run(seed)));
    }
  }
}
