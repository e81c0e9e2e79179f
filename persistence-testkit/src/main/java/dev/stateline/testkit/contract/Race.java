package dev.stateline.testkit.contract;

import dev.stateline.domain.error.ConflictException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/**
 * What came of several threads that set out at the same moment.
 *
 * @param won the results of those that got through
 * @param lost the refusals of the others
 */
record Race<T>(List<T> won, List<ConflictException> lost) {

  /**
   * Runs one entrant a thread, and waits for all of them. Any error but a {@link ConflictException}
   * is the test's.
   */
  static <T> Race<T> of(int entrants, IntFunction<Callable<T>> entrant) throws Exception {
    CyclicBarrier start = new CyclicBarrier(entrants);
    ExecutorService threads = Executors.newFixedThreadPool(entrants);
    try {
      List<Future<T>> results = new ArrayList<>();
      for (int i = 0; i < entrants; i++) {
        Callable<T> work = entrant.apply(i);
        results.add(
            threads.submit(
                () -> {
                  start.await();
                  return work.call();
                }));
      }
      return judge(results);
    } finally {
      threads.shutdownNow();
    }
  }

  private static <T> Race<T> judge(List<Future<T>> results) throws Exception {
    Race<T> race = new Race<>(new ArrayList<>(), new ArrayList<>());
    for (Future<T> result : results) {
      try {
        race.won().add(result.get());
      } catch (ExecutionException e) {
        if (!(e.getCause() instanceof ConflictException conflict)) {
          throw e;
        }
        race.lost().add(conflict);
      }
    }
    return race;
  }
}
