package dev.stateline.application.testworld;

import dev.stateline.domain.document.Document;
import dev.stateline.domain.engine.ActionSource;
import dev.stateline.domain.engine.GameEngine;
import dev.stateline.domain.engine.InitialState;
import dev.stateline.domain.engine.Scenario;
import dev.stateline.domain.engine.TurnContext;
import dev.stateline.domain.port.StateCodec;
import dev.stateline.domain.time.TurnNumber;

/**
 * A scenario that is like another but for what a test says.
 *
 * @param parameters instead of the other's
 * @param onClose done when it is closed
 */
public record LikeScenario<S>(Scenario<S> scenario, Document parameters, Runnable onClose)
    implements Scenario<S> {

  @Override
  public void close() {
    onClose.run();
    scenario.close();
  }

  @Override
  public String engineName() {
    return scenario.engineName();
  }

  @Override
  public String engineVersion() {
    return scenario.engineVersion();
  }

  @Override
  public int stateVersion() {
    return scenario.stateVersion();
  }

  @Override
  public StateCodec<S> codec() {
    return scenario.codec();
  }

  @Override
  public InitialState<S> initialState(TurnContext context) {
    return scenario.initialState(context);
  }

  @Override
  public TurnNumber lastTurn() {
    return scenario.lastTurn();
  }

  @Override
  public ActionSource<S> actionSource() {
    return scenario.actionSource();
  }

  @Override
  public GameEngine<S> engine() {
    return scenario.engine();
  }
}
