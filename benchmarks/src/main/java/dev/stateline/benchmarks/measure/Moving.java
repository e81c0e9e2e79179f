package dev.stateline.benchmarks.measure;

import dev.stateline.benchmarks.store.Arena;
import dev.stateline.benchmarks.store.Site;
import java.sql.SQLException;
import java.util.List;

/** Each history is forked or transferred, as its entrant's past says. */
final class Moving<S> implements Phase<S> {

  private static final String FORK = "fork";

  private final int head;
  private final Arena arena;

  /**
   * @param head the last turn of the histories
   */
  Moving(int head, Arena arena) {
    this.head = head;
    this.arena = arena;
  }

  @Override
  public String name() {
    return "fork and transfer";
  }

  @Override
  public void run(List<Entrant<S>> entrants) throws SQLException {
    for (Entrant<S> entrant : entrants) {
      switch (entrant.past()) {
        case UNBROKEN -> {}
        case FORKED -> fork(entrant);
        case TRANSFERRED -> transfer(entrant);
      }
    }
  }

  private void fork(Entrant<S> entrant) throws SQLException {
    long before = entrant.bytes();
    long start = System.nanoTime();
    entrant.history().fork(head, FORK);
    entrant.add(Measure.FORK, (System.nanoTime() - start) / 1000.0);
    entrant.goOnWith(FORK);
    entrant.add(Measure.DISK_COPIED, (double) (entrant.bytes() - before) / (head + 1));
  }

  private void transfer(Entrant<S> entrant) throws SQLException {
    Site source = entrant.site();
    Site target = arena.newSite();
    long empty = Entrant.emptyBytes(entrant.contender(), target);
    entrant.close();
    long start = System.nanoTime();
    entrant.contender().transfer(source, target);
    entrant.add(Measure.TRANSFER, (head + 1) * 1e9 / (System.nanoTime() - start));
    entrant.goOnAt(target);
    arena.remove(source);
    entrant.add(Measure.DISK_COPIED, (double) (entrant.bytes() - empty) / (head + 1));
  }
}
