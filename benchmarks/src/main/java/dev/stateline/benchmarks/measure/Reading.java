package dev.stateline.benchmarks.measure;

import dev.stateline.benchmarks.store.Check;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;

/** Single states: any, then the same again, then the next one; and any over fresh connections. */
final class Reading<S> implements Phase<S> {

  private final Plan plan;

  Reading(Plan plan) {
    this.plan = plan;
  }

  @Override
  public String name() {
    return "read";
  }

  @Override
  public void run(List<Entrant<S>> entrants) throws SQLException {
    for (Entrant<S> entrant : entrants) {
      for (Check check : entrant.contender().checks()) {
        readNear(entrant, check, new Random(plan.rounds()));
      }
    }
    for (Entrant<S> entrant : entrants) {
      entrant.forgetReads();
    }
    for (int round = 0; round < plan.rounds(); round++) {
      for (Entrant<S> entrant : Phase.inOrder(entrants, round)) {
        for (Check check : entrant.contender().checks()) {
          readNear(entrant, check, new Random(round));
          readCold(entrant, check, new Random(round));
        }
      }
    }
  }

  private void readNear(Entrant<S> entrant, Check check, Random random) throws SQLException {
    Samples any = new Samples();
    Samples again = new Samples();
    Samples next = new Samples();
    for (int i = 0; i < plan.reads(); i++) {
      int turn = random.nextInt(plan.lastTurn());
      any.add(read(entrant, turn, check));
      again.add(read(entrant, turn, check));
      next.add(read(entrant, turn + 1, check));
    }
    entrant.add(Measure.READ, check, any.percentile(50));
    entrant.add(Measure.READ_AGAIN, check, again.percentile(50));
    entrant.add(Measure.READ_NEXT, check, next.percentile(50));
  }

  /** The first read of a fresh store makes connections and prepares statements: not counted. */
  private void readCold(Entrant<S> entrant, Check check, Random random) throws SQLException {
    Samples cold = new Samples();
    entrant.reopen();
    read(entrant, 0, check);
    for (int i = 0; i < plan.reads(); i++) {
      cold.add(read(entrant, 1 + random.nextInt(plan.lastTurn()), check));
    }
    entrant.add(Measure.READ_COLD, check, cold.percentile(50));
  }

  private long read(Entrant<S> entrant, int turn, Check check) throws SQLException {
    long start = System.nanoTime();
    entrant.history().read(turn, check);
    return System.nanoTime() - start;
  }
}
