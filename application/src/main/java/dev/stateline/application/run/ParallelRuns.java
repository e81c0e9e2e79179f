package dev.stateline.application.run;

import dev.stateline.application.control.StopSignal;
import dev.stateline.domain.error.InvalidInputException;
import dev.stateline.domain.error.StatelineException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Runs simulations on side by side, on a pool of a fixed number of threads. They share the durable
 * writes of one {@link dev.stateline.application.Stateline}; one that fails stands in no other's
 * way. Thread-safe.
 */
public final class ParallelRuns {

  /** The most threads. */
  public static final int MOST = 256;

  private final SimulationRunner runner;
  private final int threads;

  /**
   * @param threads how many simulations run at a time, 1 to {@value #MOST}
   * @throws InvalidInputException if the number is another
   */
  public ParallelRuns(SimulationRunner runner, int threads) {
    this.runner = Objects.requireNonNull(runner, "runner");
    this.threads = threads;
    if (threads < 1 || threads > MOST) {
      throw new InvalidInputException(
          "1 to " + MOST + " simulations run side by side, not " + threads);
    }
  }

  /**
   * Runs all of them on, each as {@link SimulationRunner#resume} does, and returns when the last
   * one has ended.
   *
   * @param stop stops all of them after the turns that they are in; what has not begun then does
   *     not begin
   * @param listener called on the threads of the pool, so it must be thread-safe
   * @return a result for each request, in their order
   */
  public List<RunResult> resume(
      List<ResumeRequest> requests, StopSignal stop, RunListener listener) {
    ExecutorService pool =
        Executors.newFixedThreadPool(Math.max(1, Math.min(threads, requests.size())));
    try {
      List<CompletableFuture<RunResult>> running =
          requests.stream()
              .map(one -> CompletableFuture.supplyAsync(() -> resume(one, stop, listener), pool))
              .toList();
      // All of them, also when one ends in an error: nobody closes the database under the others.
      CompletableFuture.allOf(running.toArray(CompletableFuture<?>[]::new))
          .handle((nothing, e) -> e)
          .join();
      return running.stream().map(ParallelRuns::resultOf).toList();
    } finally {
      pool.shutdown();
    }
  }

  private RunResult resume(ResumeRequest request, StopSignal stop, RunListener listener) {
    if (stop.isRequested()) {
      return new RunResult(request.simulation(), Optional.empty(), Optional.empty());
    }
    // A scenario may have left the thread interrupted, which is no business of the next simulation.
    Thread.interrupted();
    try {
      RunReport report = runner.resume(request, stop, listener);
      return new RunResult(request.simulation(), Optional.of(report), Optional.empty());
    } catch (StatelineException e) {
      return new RunResult(request.simulation(), Optional.empty(), Optional.of(e));
    } catch (RuntimeException | Error e) {
      stop.request();
      throw e;
    }
  }

  private static RunResult resultOf(CompletableFuture<RunResult> ended) {
    try {
      return ended.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }
}
