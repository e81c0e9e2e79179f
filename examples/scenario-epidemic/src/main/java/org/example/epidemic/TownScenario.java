package org.example.epidemic;

import dev.stateline.codec.JacksonStateCodec;
import dev.stateline.codec.parameters.ScenarioParameters;
import dev.stateline.domain.document.Document;
import dev.stateline.domain.engine.ActionSource;
import dev.stateline.domain.engine.GameEngine;
import dev.stateline.domain.engine.InitialState;
import dev.stateline.domain.engine.Scenario;
import dev.stateline.domain.engine.TurnContext;
import dev.stateline.domain.port.StateCodec;
import dev.stateline.domain.time.TurnNumber;
import java.util.Optional;

/** The town with its parameters set. */
final class TownScenario implements Scenario<Town> {

  static final ScenarioParameters<TownParameters> PARAMETERS =
      ScenarioParameters.of("epidemic", TownParameters.class);

  private static final StateCodec<Town> CODEC = JacksonStateCodec.of(Town.class);

  private final TownParameters parameters;

  TownScenario(TownParameters parameters) {
    this.parameters = parameters;
  }

  @Override
  public String engineName() {
    return "epidemic";
  }

  /** Raise it when the same state and actions may give another result. */
  @Override
  public String engineVersion() {
    return "1";
  }

  @Override
  public Document parameters() {
    return PARAMETERS.write(parameters);
  }

  /** Raise it when {@link Town} changes its shape, and say in {@code upcast} how. */
  @Override
  public int stateVersion() {
    return 1;
  }

  @Override
  public StateCodec<Town> codec() {
    return CODEC;
  }

  @Override
  public InitialState<Town> initialState(TurnContext context) {
    int ill = parameters.firstIll();
    return new InitialState<>(new Town(parameters.people() - ill, ill, 0, true), Optional.empty());
  }

  @Override
  public TurnNumber lastTurn() {
    return new TurnNumber(60);
  }

  @Override
  public ActionSource<Town> actionSource() {
    return new HealthOffice(parameters);
  }

  @Override
  public GameEngine<Town> engine() {
    return new TownRules(parameters);
  }
}
