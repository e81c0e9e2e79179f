package dev.stateline.benchmarks.measure;

import dev.stateline.benchmarks.store.Check;
import java.sql.SQLException;
import java.util.List;

/** The whole history, with actions and outcomes. */
final class Scanning<S> implements Phase<S> {

  private final Plan plan;

  Scanning(Plan plan) {
    this.plan = plan;
  }

  @Override
  public String name() {
    return "scan";
  }

  @Override
  public void run(List<Entrant<S>> entrants) throws SQLException {
    for (int round = 0; round < plan.rounds(); round++) {
      for (Entrant<S> entrant : Phase.inOrder(entrants, round)) {
        for (Check check : entrant.contender().checks()) {
          long start = System.nanoTime();
          entrant.history().scan(check);
          double seconds = (System.nanoTime() - start) / 1e9;
          entrant.add(Measure.SCAN, check, (plan.lastTurn() + 1) / seconds);
        }
      }
    }
  }
}
