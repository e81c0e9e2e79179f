package dev.stateline.benchmarks.measure;

import dev.stateline.benchmarks.workload.WorkTurn;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;

/**
 * Turns of one simulation as fast as a store takes them: whether it waits for the disk before it
 * takes the next one is its own affair, as long as all are durable at the end of a block.
 */
final class AppendingOn<S> implements Phase<S> {

  private final Plan plan;
  private final Iterator<WorkTurn<S>> turns;

  AppendingOn(Plan plan, Iterator<WorkTurn<S>> turns) {
    this.plan = plan;
    this.turns = turns;
  }

  @Override
  public String name() {
    return "append, one block after the other";
  }

  @Override
  public void run(List<Entrant<S>> entrants) throws SQLException {
    for (int round = 0; round <= plan.rounds(); round++) {
      List<WorkTurn<S>> block = Appending.block(turns, plan.block());
      for (Entrant<S> entrant : Phase.inOrder(entrants, round)) {
        if (entrant.contender().patience() >= block.size()) {
          long start = System.nanoTime();
          entrant.history().appendAll(block);
          // The first round is for warming up.
          if (round > 0) {
            entrant.add(Measure.APPEND_ALL, block.size() * 1e9 / (System.nanoTime() - start));
          }
        }
      }
    }
  }
}
