package dev.stateline.application.testworld;

import dev.stateline.codec.JacksonDocumentTools;
import dev.stateline.codec.JacksonStateCodec;
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

/**
 * The scenario {@code world} as a later release has it. Version 2 of the state calls the wealth
 * gold, version 3 adds a mayor's name.
 */
public final class NewTown implements EngineProvider, Scenario<NewTown.Hamlet> {

  /** The state of version 3. */
  public record Hamlet(int year, double gold, List<Integer> draws, String mayor) {

    Town town() {
      return new Town(year, gold, draws);
    }

    static Hamlet of(Town town, String mayor) {
      return new Hamlet(town.year(), town.wealth(), town.draws(), mayor);
    }
  }

  @Override
  public String scenario() {
    return "world";
  }

  @Override
  public String description() {
    return "a town and its mayor, who has a name now";
  }

  @Override
  public Scenario<?> open(Document parameters) {
    return this;
  }

  @Override
  public String engineName() {
    return "town";
  }

  @Override
  public String engineVersion() {
    return "2";
  }

  @Override
  public Document parameters() {
    return TownRules.document("{\"growth\":1}");
  }

  @Override
  public int stateVersion() {
    return 3;
  }

  @Override
  public Document upcast(Document state, int version) {
    return switch (version) {
      case 1 -> changed(state, "{\"from\":\"/wealth\",\"op\":\"move\",\"path\":\"/gold\"}");
      case 2 -> changed(state, "{\"op\":\"add\",\"path\":\"/mayor\",\"value\":\"?\"}");
      default -> Scenario.super.upcast(state, version);
    };
  }

  private static Document changed(Document state, String operation) {
    return new JacksonDocumentTools().apply(TownRules.document("[" + operation + "]"), state);
  }

  @Override
  public StateCodec<Hamlet> codec() {
    return JacksonStateCodec.of(Hamlet.class);
  }

  @Override
  public InitialState<Hamlet> initialState(TurnContext context) {
    InitialState<Town> town = TownRules.begin();
    return new InitialState<>(Hamlet.of(town.state(), "?"), town.simulatedTime());
  }

  @Override
  public TurnNumber lastTurn() {
    return new TurnNumber(8);
  }

  @Override
  public ActionSource<Hamlet> actionSource() {
    return (hamlet, context) -> TownRules.actions(hamlet.town(), context);
  }

  @Override
  public GameEngine<Hamlet> engine() {
    return (hamlet, actions, context) -> {
      TurnResult<Town> town = TownRules.processTurn(hamlet.town(), actions, context);
      return new TurnResult<>(
          Hamlet.of(town.state(), hamlet.mayor()), town.simulatedTime(), town.outcomes());
    };
  }
}
