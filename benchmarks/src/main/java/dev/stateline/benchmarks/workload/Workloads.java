package dev.stateline.benchmarks.workload;

import dev.stateline.domain.document.Document;
import dev.stateline.domain.engine.Scenario;
import dev.stateline.examples.world.GeopoliticalState;
import dev.stateline.examples.world.WorldEngineProvider;
import java.util.List;

/** All workloads. */
public final class Workloads {

  private static final long SEED = 1;
  private static final double FEW = 0.02;
  private static final double MANY = 0.2;

  private Workloads() {}

  /** In the order of their names. */
  public static List<Workload<?>> all() {
    return List.of(
        world("W1-8", "8 KB, 2 % of the leaves change", 0, 20, 6, FEW),
        world("W1-80", "80 KB, 2 % of the leaves change", 14, 260, 20, FEW),
        world("W1-800", "800 KB, 2 % of the leaves change", 160, 1000, 40, FEW),
        world("W2", "80 KB, 20 % of the numbers drift", 14, 260, 20, MANY),
        new ScenarioWorkload<>(
            "W3",
            "the bundled scenario 'world'",
            GeopoliticalState.class,
            Workloads::bundled,
            SEED),
        new NoiseWorkload("W4", "80 KB of random text, all of it other each turn", 40, 1500, SEED),
        new GameWorkload("W5-2", "a game on a small board, 2 KB", 13, SEED),
        new GameWorkload("W5-6", "a game on a large board, 6 KB", 47, SEED));
  }

  private static Workload<?> world(
      String name, String what, int indicators, int relations, int events, double changed) {
    return new WorldWorkload(
        name, "a world of 200 nations, " + what, indicators, relations, events, changed, SEED);
  }

  private static Scenario<GeopoliticalState> bundled() {
    return new WorldEngineProvider().open(Document.EMPTY_OBJECT);
  }
}
