package dev.stateline.scenario.testkit;

import dev.stateline.codec.JacksonStateCodec;
import dev.stateline.codec.parameters.Parameter;
import dev.stateline.codec.parameters.ScenarioParameters;
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
import dev.stateline.domain.turn.Action;
import java.util.List;
import java.util.Optional;

/** A scenario that is sound as it is; a test breaks one part of it. */
public class Counting implements EngineProvider {

  record Count(long value, String note) {}

  record Steps(@Parameter(meaning = "how far a turn counts", defaultValue = "1") int step) {}

  private static final ScenarioParameters<Steps> PARAMETERS =
      ScenarioParameters.of("counting", Steps.class);

  @Override
  public String scenario() {
    return "counting";
  }

  @Override
  public String description() {
    return "Counts";
  }

  @Override
  public Scenario<?> open(Document parameters) {
    return new Run(PARAMETERS.read(parameters));
  }

  /** The open scenario. */
  static class Run implements Scenario<Count> {

    private final Steps steps;

    Run(Steps steps) {
      this.steps = steps;
    }

    @Override
    public String engineName() {
      return "counting";
    }

    @Override
    public String engineVersion() {
      return "1";
    }

    @Override
    public Document parameters() {
      return PARAMETERS.write(steps);
    }

    @Override
    public int stateVersion() {
      return 1;
    }

    @Override
    public StateCodec<Count> codec() {
      return JacksonStateCodec.of(Count.class);
    }

    @Override
    public InitialState<Count> initialState(TurnContext context) {
      return new InitialState<>(new Count(0, "begun"), Optional.empty());
    }

    @Override
    public TurnNumber lastTurn() {
      return new TurnNumber(20);
    }

    @Override
    public ActionSource<Count> actionSource() {
      return (state, context) -> List.of(new Action("me", "count", Document.EMPTY_OBJECT));
    }

    @Override
    public GameEngine<Count> engine() {
      return (state, actions, context) ->
          new TurnResult<>(
              new Count(state.value() + actions.size() * steps.step(), "counted"),
              Optional.empty(),
              List.of());
    }
  }
}
