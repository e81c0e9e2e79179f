package dev.stateline.application.testworld;

import dev.stateline.domain.document.Document;
import dev.stateline.domain.engine.Scenario;
import dev.stateline.domain.spi.EngineProvider;

/** A provider that counts the scenarios that it opened and those that were closed again. */
public final class CountedScenarios implements EngineProvider {

  private final EngineProvider provider;
  private int opened;
  private int closed;
  private int mostAtOnce;

  public CountedScenarios(EngineProvider provider) {
    this.provider = provider;
  }

  public int opened() {
    return opened;
  }

  public int closed() {
    return closed;
  }

  /** The most scenarios that were open at a time. */
  public int mostAtOnce() {
    return mostAtOnce;
  }

  @Override
  public String scenario() {
    return provider.scenario();
  }

  @Override
  public String description() {
    return provider.description();
  }

  @Override
  public Scenario<?> open(Document parameters) {
    Scenario<?> scenario = provider.open(parameters);
    opened++;
    mostAtOnce = Math.max(mostAtOnce, opened - closed);
    return new LikeScenario<>(scenario, scenario.parameters(), closing());
  }

  private Runnable closing() {
    boolean[] isClosed = {false};
    return () -> {
      if (isClosed[0]) {
        throw new IllegalStateException("it is closed already");
      }
      isClosed[0] = true;
      closed++;
    };
  }
}
