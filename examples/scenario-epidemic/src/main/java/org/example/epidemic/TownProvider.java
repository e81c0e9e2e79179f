package org.example.epidemic;

import dev.stateline.domain.document.Document;
import dev.stateline.domain.engine.Scenario;
import dev.stateline.domain.engine.ScenarioParameter;
import dev.stateline.domain.spi.EngineProvider;
import java.util.List;

/** The door of the scenario; the file in META-INF/services names this class. */
public final class TownProvider implements EngineProvider {

  @Override
  public String scenario() {
    return "epidemic";
  }

  @Override
  public String description() {
    return "A town, an illness, and a health office that may close the schools";
  }

  @Override
  public List<ScenarioParameter> describedParameters() {
    return TownScenario.PARAMETERS.described();
  }

  @Override
  public Scenario<?> open(Document parameters) {
    return new TownScenario(TownScenario.PARAMETERS.read(parameters));
  }
}
