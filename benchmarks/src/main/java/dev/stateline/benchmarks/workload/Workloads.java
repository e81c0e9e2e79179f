package dev.stateline.benchmarks.workload;

import dev.stateline.benchmarks.workload.WorldWorkload.Size;
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
  private static final Size SMALL = new Size(0, 10, 4);
  private static final Size MEDIUM = new Size(14, 300, 24);
  private static final Size LARGE = new Size(170, 1200, 40);

  private Workloads() {}

  /** In the order of their names. */
  public static List<Workload<?>> all() {
    return List.of(
        WorldWorkload.ofLeaves("W1-8", world("8 KB, 2 % of the leaves change"), SMALL, FEW, SEED),
        WorldWorkload.ofLeaves(
            "W1-80", world("80 KB, 2 % of the leaves change"), MEDIUM, FEW, SEED),
        WorldWorkload.ofLeaves(
            "W1-800", world("800 KB, 2 % of the leaves change"), LARGE, FEW, SEED),
        WorldWorkload.ofNumbers(
            "W2", world("80 KB, 20 % of the numbers drift"), MEDIUM, MANY, SEED),
        new ScenarioWorkload<>(
            "W3",
            "the bundled scenario 'world'",
            GeopoliticalState.class,
            Workloads::bundled,
            SEED),
        new NoiseWorkload("W4", "80 KB of random text, all of it other each turn", 40, 1500, SEED),
        new GameWorkload("W5-2", "a game on a small board, 2 KB", 16, SEED),
        new GameWorkload("W5-6", "a game on a large board, 6 KB", 47, SEED));
  }

  /**
   * One of them.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  public static Workload<?> named(String name) {
    return all().stream()
        .filter(workload -> workload.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no workload '" + name + "'"));
  }

  private static String world(String what) {
    return "a world of 200 nations, " + what;
  }

  private static Scenario<GeopoliticalState> bundled() {
    return new WorldEngineProvider().open(Document.EMPTY_OBJECT);
  }
}
