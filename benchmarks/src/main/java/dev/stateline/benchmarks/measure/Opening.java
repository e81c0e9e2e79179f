package dev.stateline.benchmarks.measure;

import dev.stateline.benchmarks.store.Check;
import dev.stateline.benchmarks.store.History;
import dev.stateline.benchmarks.store.Store;
import dev.stateline.benchmarks.workload.WorkTurn;
import dev.stateline.benchmarks.workload.Workload;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;

/** From nothing open to the state of the head; of the whole history, and of a short one. */
final class Opening<S> implements Phase<S> {

  private static final String SHORT = "short";
  private static final int SHORT_TURNS = 100;

  private final Plan plan;
  private final Workload<S> workload;

  Opening(Plan plan, Workload<S> workload) {
    this.plan = plan;
    this.workload = workload;
  }

  @Override
  public String name() {
    return "open";
  }

  @Override
  public void run(List<Entrant<S>> entrants) throws SQLException {
    for (Entrant<S> entrant : entrants) {
      writeShort(entrant.store());
      entrant.close();
    }
    for (int round = 0; round < plan.rounds(); round++) {
      for (Entrant<S> entrant : Phase.inOrder(entrants, round)) {
        entrant.add(Measure.OPEN, micros(entrant, Entrant.NAME, plan.lastTurn()));
        entrant.add(Measure.OPEN_SHORT, micros(entrant, SHORT, SHORT_TURNS));
      }
    }
    for (Entrant<S> entrant : entrants) {
      entrant.openAgain();
    }
  }

  private void writeShort(Store store) throws SQLException {
    Iterator<WorkTurn<S>> turns = workload.turns();
    try (History<S> history = store.create(SHORT, workload, turns.next())) {
      for (int turn = 1; turn <= SHORT_TURNS; turn++) {
        history.append(turns.next());
      }
    }
  }

  /** From a closed entrant to the state of a history's head. */
  static <S> double micros(Entrant<S> entrant, String name, int head) throws SQLException {
    long start = System.nanoTime();
    try (Store store = entrant.contender().open(entrant.site());
        History<S> history = store.open(name, entrant.workload())) {
      history.read(head, Check.SHA256);
      return (System.nanoTime() - start) / 1000.0;
    }
  }
}
