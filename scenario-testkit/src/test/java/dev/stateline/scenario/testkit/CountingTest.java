package dev.stateline.scenario.testkit;

import dev.stateline.domain.spi.EngineProvider;

class CountingTest extends ScenarioContract {

  @Override
  protected EngineProvider provider() {
    return new Counting();
  }
}
