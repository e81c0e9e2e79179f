package dev.stateline.benchmarks.measure;

import java.sql.SQLException;
import java.util.List;

/** A second history out of the first, at its last turn. The last phase: it fills the database. */
final class Forking<S> implements Phase<S> {

  /** Whoever copies rows takes the room of the whole history each time. */
  private static final int MOST_ROUNDS = 3;

  private final Plan plan;

  Forking(Plan plan) {
    this.plan = plan;
  }

  @Override
  public String name() {
    return "fork";
  }

  @Override
  public void run(List<Entrant<S>> entrants) throws SQLException {
    for (int round = 0; round < Math.min(MOST_ROUNDS, plan.rounds()); round++) {
      for (Entrant<S> entrant : Phase.inOrder(entrants, round)) {
        if (entrant.contender().forks()) {
          long start = System.nanoTime();
          entrant.history().fork(plan.lastTurn(), "fork-" + round);
          entrant.add(Measure.FORK, (System.nanoTime() - start) / 1000.0);
        }
      }
    }
  }
}
