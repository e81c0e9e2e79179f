package org.example.epidemic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stateline.domain.engine.TurnContext;
import dev.stateline.domain.spi.EngineProvider;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.scenario.testkit.ScenarioContract;
import java.util.List;
import org.junit.jupiter.api.Test;

class TownTest extends ScenarioContract {

  @Override
  protected EngineProvider provider() {
    return new TownProvider();
  }

  @Test
  void nobody_comes_and_nobody_goes() {
    TownRules rules = new TownRules(new TownParameters(1000, 5, 0.4, 0.1, 0.1, 0.5));
    Town town = new Town(900, 60, 40, true);

    Town next = rules.processTurn(town, List.of(), TurnContext.of(new TurnNumber(1), 7)).state();

    assertThat(next).isNotEqualTo(town);
    assertThat(next.people()).isEqualTo(town.people());
  }
}
