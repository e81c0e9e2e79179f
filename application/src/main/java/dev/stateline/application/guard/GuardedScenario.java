package dev.stateline.application.guard;

import dev.stateline.domain.document.Document;
import dev.stateline.domain.engine.ActionSource;
import dev.stateline.domain.engine.GameEngine;
import dev.stateline.domain.engine.InitialState;
import dev.stateline.domain.engine.Scenario;
import dev.stateline.domain.engine.TurnContext;
import dev.stateline.domain.port.StateCodec;
import dev.stateline.domain.time.TurnNumber;
import java.util.Optional;

/** A scenario all of whose methods are guarded, and those of its parts. */
final class GuardedScenario<S> implements Scenario<S> {

  private final Scenario<S> scenario;
  private final Guard guard;

  GuardedScenario(Scenario<S> scenario, Optional<String> name) {
    this.scenario = scenario;
    this.guard = new Guard(Component.SCENARIO, name, scenario);
  }

  Guard guard() {
    return guard;
  }

  @Override
  public String engineName() {
    return guard.call("engineName", () -> Answers.label("engine name", scenario.engineName()));
  }

  @Override
  public String engineVersion() {
    return guard.call(
        "engineVersion", () -> Answers.label("engine version", scenario.engineVersion()));
  }

  @Override
  public Document parameters() {
    return guard.call("parameters", () -> Answers.object(scenario.parameters()));
  }

  @Override
  public int stateVersion() {
    return guard.call("stateVersion", () -> Answers.version("state", scenario.stateVersion()));
  }

  @Override
  public StateCodec<S> codec() {
    StateCodec<S> codec = guard.call("codec", scenario::codec);
    return new GuardedCodec<>(codec, guard.of(Component.CODEC, codec));
  }

  @Override
  public Document upcast(Document state, int version) {
    return guard.callThatMayRefuse(
        "upcast", () -> Answers.canonical(scenario.upcast(state, version)));
  }

  @Override
  public InitialState<S> initialState(TurnContext context) {
    return guard.call("initialState", () -> Answers.initial(scenario.initialState(context)));
  }

  @Override
  public TurnNumber lastTurn() {
    return guard.call("lastTurn", scenario::lastTurn);
  }

  @Override
  public ActionSource<S> actionSource() {
    ActionSource<S> source = guard.call("actionSource", scenario::actionSource);
    return new GuardedActionSource<>(source, guard.of(Component.ACTION_SOURCE, source));
  }

  @Override
  public GameEngine<S> engine() {
    GameEngine<S> engine = guard.call("engine", scenario::engine);
    return new GuardedEngine<>(engine, guard.of(Component.ENGINE, engine));
  }

  @Override
  public void close() {
    guard.call(
        "close",
        () -> {
          scenario.close();
          return Boolean.TRUE;
        });
  }
}
