package dev.stateline.examples.world;

import dev.stateline.domain.spi.EngineProvider;
import dev.stateline.scenario.testkit.ScenarioContract;

class WorldContractTest extends ScenarioContract {

  @Override
  protected EngineProvider provider() {
    return new WorldEngineProvider();
  }
}
