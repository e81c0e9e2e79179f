package dev.stateline.benchmarks.measure;

import dev.stateline.benchmarks.store.History;
import dev.stateline.benchmarks.workload.WorkTurn;
import dev.stateline.benchmarks.workload.Workload;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Eight simulations append at once, each from a thread of its own, on one open store. */
final class AppendingTogether<S> implements Phase<S> {

  private static final int SIMULATIONS = 8;

  private final Plan plan;
  private final Workload<S> workload;

  AppendingTogether(Plan plan, Workload<S> workload) {
    this.plan = plan;
    this.workload = workload;
  }

  @Override
  public String name() {
    return "append, " + SIMULATIONS + " simulations at once";
  }

  @Override
  public void run(List<Entrant<S>> entrants) throws SQLException {
    List<List<History<S>>> histories = new ArrayList<>();
    Iterator<WorkTurn<S>> turns = workload.turns();
    WorkTurn<S> first = turns.next();
    ExecutorService threads = Executors.newFixedThreadPool(SIMULATIONS);
    try {
      for (Entrant<S> entrant : entrants) {
        histories.add(create(entrant, first));
      }
      for (int round = 0; round <= plan.rounds(); round++) {
        List<WorkTurn<S>> block = Appending.block(turns, plan.block());
        for (int i = 0; i < entrants.size(); i++) {
          int entrant = (i + round) % entrants.size();
          double rate = rate(threads, histories.get(entrant), block);
          // The first round is for warming up.
          if (round > 0) {
            entrants.get(entrant).add(Measure.APPEND_TOGETHER, rate);
          }
        }
      }
    } finally {
      threads.shutdown();
      for (List<History<S>> each : histories) {
        for (History<S> history : each) {
          history.close();
        }
      }
    }
  }

  private List<History<S>> create(Entrant<S> entrant, WorkTurn<S> first) throws SQLException {
    List<History<S>> histories = new ArrayList<>();
    for (int i = 0; i < SIMULATIONS; i++) {
      histories.add(entrant.store().create("beside-" + i, workload, first));
    }
    return histories;
  }

  private double rate(
      ExecutorService threads, List<History<S>> histories, List<WorkTurn<S>> block) {
    List<Callable<Void>> works = new ArrayList<>();
    for (History<S> history : histories) {
      works.add(
          () -> {
            for (WorkTurn<S> turn : block) {
              history.append(turn);
            }
            return null;
          });
    }
    long start = System.nanoTime();
    try {
      for (Future<Void> done : threads.invokeAll(works)) {
        done.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while turns were appended", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a turn could not be appended", e);
    }
    return SIMULATIONS * block.size() * 1e9 / (System.nanoTime() - start);
  }
}
