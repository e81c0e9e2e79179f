package dev.stateline.application.testworld;

import dev.stateline.application.manager.NewTurn;
import dev.stateline.application.manager.SimulationSpec;
import dev.stateline.application.manager.StateFormat;
import dev.stateline.codec.JacksonStateCodec;
import dev.stateline.domain.document.Document;
import dev.stateline.domain.engine.InitialState;
import dev.stateline.domain.engine.TurnContext;
import dev.stateline.domain.engine.TurnResult;
import dev.stateline.domain.naming.SimulationName;
import dev.stateline.domain.port.StateCodec;
import dev.stateline.domain.time.SimulatedTime;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.turn.Action;
import dev.stateline.domain.turn.Outcome;
import dev.stateline.domain.turn.Provenance;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What happens in a {@link Town}: the mayor raises a tax, and fortune adds to it. */
public final class TownRules {

  public static final long SEED = 42;
  public static final StateCodec<Town> CODEC = JacksonStateCodec.of(Town.class);
  public static final StateFormat<Town> FORMAT = new StateFormat<>(CODEC, 1);
  public static final Provenance PROVENANCE =
      new Provenance("town", "1", Document.EMPTY_OBJECT.hash(), SEED);

  private TownRules() {}

  public static InitialState<Town> begin() {
    return new InitialState<>(new Town(0, 100, List.of()), time(0));
  }

  public static SimulationSpec<Town> spec(String name) {
    return SimulationSpec.of(new SimulationName(name), FORMAT, begin().state(), PROVENANCE)
        .simulatedTime(begin().simulatedTime())
        .config(document("{\"by\":\"hand\"}"))
        .build();
  }

  public static List<Action> actions(Town town, TurnContext context) {
    int tax = context.random("mayor").nextInt(10);
    return List.of(new Action("mayor", "tax", document(Integer.toString(tax))));
  }

  public static TurnResult<Town> processTurn(Town town, List<Action> actions, TurnContext context) {
    int luck = context.random("fortune").nextInt(100);
    int tax = actions.stream().mapToInt(a -> Integer.parseInt(a.document().text())).sum();
    List<Integer> draws = new ArrayList<>(town.draws());
    draws.add(luck);
    int year = context.turn().value();
    return new TurnResult<>(
        new Town(year, town.wealth() + tax + luck / 8.0, draws),
        time(year),
        List.of(new Outcome("town", "luck", document(Integer.toString(luck)))));
  }

  /** The turn that follows a state by these rules. */
  public static NewTurn<Town> turn(Town town, int number) {
    TurnContext context = TurnContext.of(new TurnNumber(number), SEED);
    List<Action> actions = actions(town, context);
    return new NewTurn<>(
        actions, processTurn(town, actions, context), Duration.ofMillis(5), Optional.empty());
  }

  /** A result that has no canonical form. */
  public static TurnResult<Town> notANumber() {
    return new TurnResult<>(new Town(1, Double.NaN, List.of()), Optional.empty(), List.of());
  }

  public static Document document(String canonical) {
    return Document.ofCanonical(canonical.getBytes(StandardCharsets.UTF_8));
  }

  private static Optional<SimulatedTime> time(int year) {
    return Optional.of(
        new SimulatedTime(
            Instant.parse("1992-01-01T00:00:00Z").plus(Duration.ofDays(365L * year))));
  }
}
