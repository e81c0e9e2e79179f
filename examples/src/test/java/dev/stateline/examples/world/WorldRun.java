package dev.stateline.examples.world;

import dev.stateline.domain.document.Document;
import dev.stateline.domain.engine.Scenario;
import dev.stateline.domain.engine.TurnContext;
import dev.stateline.domain.engine.TurnResult;
import dev.stateline.domain.spi.EngineProvider;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.turn.Action;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Runs the scenario as Stateline does: each turn from the canonical bytes of the one before. */
final class WorldRun {

  static final EngineProvider PROVIDER = new WorldEngineProvider();

  private WorldRun() {}

  static Document json(String text) {
    return Document.ofCanonical(text.getBytes(StandardCharsets.UTF_8));
  }

  static Scenario<GeopoliticalState> open() {
    return new WorldEngineProvider().open(Document.EMPTY_OBJECT);
  }

  static GeopoliticalState initial(Scenario<GeopoliticalState> scenario) {
    return scenario.initialState(context(0, 1)).state();
  }

  static TurnContext context(int turn, long seed) {
    return TurnContext.of(new TurnNumber(turn), seed);
  }

  /** The documents of turns 1 to the last. */
  static List<Document> run(Scenario<GeopoliticalState> scenario, int turns, long seed)
      throws Exception {
    Document document = scenario.codec().encode(initial(scenario));
    List<Document> documents = new ArrayList<>();
    for (int turn = 1; turn <= turns; turn++) {
      GeopoliticalState before = scenario.codec().decode(document);
      TurnContext context = context(turn, seed);
      List<Action> actions = scenario.actionSource().actions(before, context);
      document = scenario.codec().encode(step(scenario, document, actions, context).state());
      documents.add(document);
    }
    return documents;
  }

  static TurnResult<GeopoliticalState> step(
      Scenario<GeopoliticalState> scenario,
      Document state,
      List<Action> actions,
      TurnContext context)
      throws Exception {
    return scenario.engine().processTurn(scenario.codec().decode(state), actions, context);
  }
}
