package dev.stateline.examples.world;

import dev.stateline.codec.parameters.ScenarioParameters;
import dev.stateline.domain.document.Document;
import dev.stateline.domain.engine.Backtest;
import dev.stateline.domain.engine.Scenario;
import dev.stateline.domain.engine.ScenarioParameter;
import dev.stateline.domain.spi.EngineProvider;
import dev.stateline.examples.world.parameters.WorldParameters;
import java.util.List;
import java.util.Optional;

/**
 * The scenario {@code world}: every country with data in the start year, a turn a year, governments
 * that act by rule. Its rules are in {@code docs/scenario-world.md}.
 */
public final class WorldEngineProvider implements EngineProvider {

  static final ScenarioParameters<WorldParameters> PARAMETERS =
      ScenarioParameters.of("world", WorldParameters.class);

  /** Found by {@link java.util.ServiceLoader}. */
  public WorldEngineProvider() {}

  @Override
  public String scenario() {
    return "world";
  }

  @Override
  public String description() {
    return "Every country since 1992, on real data: economies, arms, treaties and wars by rule";
  }

  @Override
  public Scenario<GeopoliticalState> open(Document parameters) {
    return new WorldScenario(PARAMETERS.read(parameters));
  }

  @Override
  public List<ScenarioParameter> describedParameters() {
    return PARAMETERS.described();
  }

  /** Ten and twenty-five years from the start year, as far as there is data to compare with. */
  @Override
  public Optional<Backtest> backtest(Document parameters) {
    return Optional.of(new WorldBacktest(PARAMETERS.read(parameters)));
  }
}
