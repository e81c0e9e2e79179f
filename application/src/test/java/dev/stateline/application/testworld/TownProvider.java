package dev.stateline.application.testworld;

import dev.stateline.codec.JacksonDocumentTools;
import dev.stateline.domain.document.Document;
import dev.stateline.domain.engine.ActionSource;
import dev.stateline.domain.engine.GameEngine;
import dev.stateline.domain.engine.InitialState;
import dev.stateline.domain.engine.Scenario;
import dev.stateline.domain.engine.TurnContext;
import dev.stateline.domain.engine.TurnResult;
import dev.stateline.domain.port.StateCodec;
import dev.stateline.domain.spi.EngineProvider;
import dev.stateline.domain.time.TurnNumber;

/** The town as a scenario with one parameter, {@code growth}, 1 where it is not given. */
public final class TownProvider implements EngineProvider {

  private final String name;

  public TownProvider(String name) {
    this.name = name;
  }

  @Override
  public String scenario() {
    return name;
  }

  @Override
  public String description() {
    return "a town and its mayor";
  }

  @Override
  public Scenario<?> open(Document parameters) {
    return new JacksonDocumentTools()
        .select(parameters, "/growth")
        .map(growth -> new TownScenario(Integer.parseInt(growth.text())))
        .orElseGet(() -> new TownScenario(1));
  }

  private record TownScenario(int growth) implements Scenario<Town> {

    @Override
    public String engineName() {
      return "town";
    }

    @Override
    public String engineVersion() {
      return "1";
    }

    @Override
    public Document parameters() {
      return TownRules.document("{\"growth\":" + growth + "}");
    }

    @Override
    public int stateVersion() {
      return 1;
    }

    @Override
    public StateCodec<Town> codec() {
      return TownRules.CODEC;
    }

    @Override
    public InitialState<Town> initialState(TurnContext context) {
      return TownRules.begin();
    }

    @Override
    public TurnNumber lastTurn() {
      return new TurnNumber(8);
    }

    @Override
    public ActionSource<Town> actionSource() {
      return TownRules::actions;
    }

    @Override
    public GameEngine<Town> engine() {
      return (town, actions, context) -> {
        TurnResult<Town> plain = TownRules.processTurn(town, actions, context);
        Town next = plain.state();
        return new TurnResult<>(
            new Town(next.year(), next.wealth() * growth, next.draws()),
            plain.simulatedTime(),
            plain.outcomes());
      };
    }
  }
}
