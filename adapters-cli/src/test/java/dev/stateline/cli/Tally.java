package dev.stateline.cli;

import dev.stateline.codec.JacksonDocumentTools;
import dev.stateline.codec.JacksonStateCodec;
import dev.stateline.domain.document.Document;
import dev.stateline.domain.engine.ActionSource;
import dev.stateline.domain.engine.Backtest;
import dev.stateline.domain.engine.GameEngine;
import dev.stateline.domain.engine.InitialState;
import dev.stateline.domain.engine.Scenario;
import dev.stateline.domain.engine.ScenarioParameter;
import dev.stateline.domain.engine.TurnContext;
import dev.stateline.domain.engine.TurnResult;
import dev.stateline.domain.port.StateCodec;
import dev.stateline.domain.spi.EngineProvider;
import dev.stateline.domain.time.SimulatedTime;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.turn.Action;
import dev.stateline.domain.turn.Outcome;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/**
 * A scenario that counts, in steps of its parameter {@code step}, or of what a test says; a test
 * may look on, or throw, at each turn.
 */
final class Tally implements EngineProvider, Scenario<Tally.Count> {

  static final List<ScenarioParameter> DESCRIBED =
      List.of(
          new ScenarioParameter(
              "step",
              Optional.of(Document.ofCanonical(new byte[] {'1'})),
              "a whole number",
              "how far a turn counts"),
          new ScenarioParameter("word", Optional.empty(), "text", "what is said"));

  record Count(double count, double half, String note, List<Integer> all) {}

  private final Consumer<TurnNumber> atTurn;
  private final Supplier<IntSupplier> steps;
  private final String version;
  private final IntSupplier step;
  private final Document parameters;
  List<ScenarioParameter> described = DESCRIBED;

  Tally(Consumer<TurnNumber> atTurn, Supplier<IntSupplier> steps, String version) {
    this(atTurn, steps, version, steps.get(), Document.EMPTY_OBJECT);
  }

  private Tally(
      Consumer<TurnNumber> atTurn,
      Supplier<IntSupplier> steps,
      String version,
      IntSupplier step,
      Document parameters) {
    this.atTurn = atTurn;
    this.steps = steps;
    this.version = version;
    this.step = step;
    this.parameters = parameters;
  }

  @Override
  public String scenario() {
    return "world";
  }

  @Override
  public String description() {
    return "Counts, for tests";
  }

  @Override
  public List<ScenarioParameter> describedParameters() {
    return described;
  }

  @Override
  public Scenario<?> open(Document parameters) {
    IntSupplier given =
        new JacksonDocumentTools()
            .select(parameters, "/step")
            .map(step -> Integer.parseInt(step.text()))
            .map(step -> (IntSupplier) () -> step)
            .orElseGet(steps);
    return new Tally(atTurn, steps, version, given, parameters);
  }

  @Override
  public Optional<Backtest> backtest(Document parameters) {
    return Optional.of(
        seed ->
            List.of(
                new Backtest.Row(
                    "gdp",
                    5,
                    100,
                    "mean |ln error|",
                    0.123456,
                    new TreeMap<>(
                        Map.of(
                            "persistence", 0.2, "constant growth of the last five years", 0.3)))));
  }

  @Override
  public String engineName() {
    return "tally";
  }

  @Override
  public String engineVersion() {
    return version;
  }

  @Override
  public Document parameters() {
    return parameters;
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
    return new InitialState<>(count(0, 0), time(0));
  }

  @Override
  public TurnNumber lastTurn() {
    return new TurnNumber(4);
  }

  @Override
  public ActionSource<Count> actionSource() {
    return (state, context) -> {
      atTurn.accept(context.turn());
      return List.of(new Action("me", "add", Document.EMPTY_OBJECT));
    };
  }

  @Override
  public GameEngine<Count> engine() {
    return (state, actions, context) ->
        new TurnResult<>(
            count(
                (int) state.count() + step.getAsInt(),
                context.turn().value() > 2 ? context.seed() - 1 : 0),
            time(context.turn().value()),
            List.of(new Outcome("me", "added", Document.EMPTY_OBJECT)));
  }

  /** Runs of another seed than 1 are other ones from turn 3 on. */
  private static Count count(int value, long more) {
    List<Integer> all = more == 0 ? List.of(value) : List.of(value, (int) more);
    return new Count(value, value / 2.0 + more, "a\u202eb\u0007", all);
  }

  private static Optional<SimulatedTime> time(int turn) {
    return Optional.of(
        new SimulatedTime(Instant.parse("2000-01-01T00:00:00Z").plus(turn, ChronoUnit.DAYS)));
  }
}
