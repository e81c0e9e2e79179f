package dev.stateline.application.testworld;

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
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

/** The town as the scenario {@code world}, with an engine of a test's own for each opening. */
public final class OddTown implements EngineProvider {

  private final Supplier<GameEngine<Town>> engines;
  private final ActionSource<Town> actionSource;

  public OddTown(Supplier<GameEngine<Town>> engines, ActionSource<Town> actionSource) {
    this.engines = engines;
    this.actionSource = actionSource;
  }

  public OddTown(Supplier<GameEngine<Town>> engines) {
    this(engines, TownRules::actions);
  }

  /** An engine that counts the turns it has computed: a state that is not in the state. */
  public static GameEngine<Town> counting() {
    int[] turns = {0};
    return adding(() -> turns[0]++);
  }

  /** An engine that adds to the wealth. */
  public static GameEngine<Town> adding(DoubleSupplier more) {
    return (town, actions, context) -> {
      TurnResult<Town> plain = TownRules.processTurn(town, actions, context);
      Town next = plain.state();
      return new TurnResult<>(
          new Town(next.year(), next.wealth() + more.getAsDouble(), next.draws()),
          plain.simulatedTime(),
          plain.outcomes());
    };
  }

  @Override
  public String scenario() {
    return "world";
  }

  @Override
  public String description() {
    return "a town with an odd engine";
  }

  @Override
  public Scenario<?> open(Document parameters) {
    return new Opened(engines.get(), actionSource);
  }

  private record Opened(GameEngine<Town> engine, ActionSource<Town> actionSource)
      implements Scenario<Town> {

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
      return TownRules.document("{\"growth\":1}");
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
      return new InitialState<>(new Town(0, 100, List.of()), TownRules.begin().simulatedTime());
    }

    @Override
    public TurnNumber lastTurn() {
      return new TurnNumber(8);
    }
  }
}
