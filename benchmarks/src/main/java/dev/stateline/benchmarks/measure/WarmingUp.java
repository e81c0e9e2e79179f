package dev.stateline.benchmarks.measure;

import dev.stateline.benchmarks.workload.WorkTurn;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;

/** The turns before those that are counted. */
final class WarmingUp<S> implements Phase<S> {

  private final Plan plan;
  private final Iterator<WorkTurn<S>> turns;

  WarmingUp(Plan plan, Iterator<WorkTurn<S>> turns) {
    this.plan = plan;
    this.turns = turns;
  }

  @Override
  public String name() {
    return "warm up";
  }

  @Override
  public boolean ofReaders() {
    return false;
  }

  @Override
  public void run(List<Entrant<S>> entrants) throws SQLException {
    for (int done = 0; done < plan.warmUp(); done++) {
      WorkTurn<S> turn = turns.next();
      for (Entrant<S> entrant : entrants) {
        if (done < entrant.contender().patience()) {
          entrant.history().append(turn);
        }
      }
    }
  }
}
