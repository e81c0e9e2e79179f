package dev.stateline.examples.world;

import dev.stateline.codec.JacksonStateCodec;
import dev.stateline.domain.document.Document;
import dev.stateline.domain.engine.InitialState;
import dev.stateline.domain.engine.Scenario;
import dev.stateline.domain.engine.TurnContext;
import dev.stateline.domain.port.StateCodec;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.examples.world.data.WorldData;
import dev.stateline.examples.world.parameters.WorldParameters;
import java.util.Optional;

/** The world with its parameters set. Immutable and thread-safe. */
final class WorldScenario implements Scenario<GeopoliticalState> {

  private static final StateCodec<GeopoliticalState> CODEC =
      JacksonStateCodec.of(GeopoliticalState.class);

  private final WorldParameters parameters;
  private final GeopoliticalState initial;
  private final RuleBasedActionSource actionSource;
  private final WorldEngine engine;

  WorldScenario(WorldParameters parameters) {
    this.parameters = parameters;
    this.initial = new InitialWorld(WorldData.bundled(), parameters).build();
    this.actionSource = new RuleBasedActionSource(parameters);
    this.engine = new WorldEngine(parameters);
  }

  @Override
  public String engineName() {
    return "stateline-world";
  }

  @Override
  public String engineVersion() {
    return "1";
  }

  @Override
  public Document parameters() {
    return WorldEngineProvider.PARAMETERS.write(parameters);
  }

  @Override
  public int stateVersion() {
    return 1;
  }

  @Override
  public StateCodec<GeopoliticalState> codec() {
    return CODEC;
  }

  /** The measured world; it does not depend on the seed. */
  @Override
  public InitialState<GeopoliticalState> initialState(TurnContext context) {
    return new InitialState<>(initial, Optional.of(WorldEngine.time(initial)));
  }

  /** The last year that there is data to compare with. */
  @Override
  public TurnNumber lastTurn() {
    return new TurnNumber(WorldData.LAST_YEAR - parameters.startYear());
  }

  @Override
  public RuleBasedActionSource actionSource() {
    return actionSource;
  }

  @Override
  public WorldEngine engine() {
    return engine;
  }
}
