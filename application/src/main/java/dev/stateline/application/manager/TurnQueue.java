package dev.stateline.application.manager;

import dev.stateline.application.shared.Awaited;
import dev.stateline.domain.commit.Committed;
import dev.stateline.domain.commit.TurnCommit;
import dev.stateline.domain.error.ConflictException;
import dev.stateline.domain.history.Head;
import dev.stateline.domain.naming.SimulationName;
import dev.stateline.domain.turn.State;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Where an open simulation stands: at its head, which is durable, and at its tip, to which lead the
 * turns that are on their way to the database. They are written one after the other, on a thread of
 * the queue's own that goes away when nothing is left to write. Thread-safe.
 */
final class TurnQueue {

  private static final CompletableFuture<Committed> NOTHING =
      CompletableFuture.completedFuture(null);
  private static final long IDLE_SECONDS = 5;

  /** The common pool. Given as it is, each trial would get a thread of its own on two cores. */
  private static final Executor TRIALS = task -> ForkJoinPool.commonPool().execute(task);

  private final SimulationName simulation;
  private final Function<TurnCommit, Committed> append;
  private final ThreadPoolExecutor thread = ownThread();
  private Head head;
  private State durable;
  private Head tip;
  private State current;

  /** The turn that was handed over last, and the one before it. */
  private CompletableFuture<Committed> last = NOTHING;

  private CompletableFuture<Committed> former = NOTHING;
  private CompletableFuture<?> trials = NOTHING;

  /**
   * @param append makes a turn durable
   */
  TurnQueue(
      SimulationName simulation, Function<TurnCommit, Committed> append, Head head, State state) {
    this.simulation = simulation;
    this.append = append;
    moveTo(head, state);
  }

  private static ThreadPoolExecutor ownThread() {
    ThreadPoolExecutor one =
        new ThreadPoolExecutor(
            1,
            1,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            work -> {
              Thread made = new Thread(work, "stateline-writer");
              made.setDaemon(true);
              return made;
            });
    one.allowCoreThreadTimeOut(true);
    return one;
  }

  /** What is durable. */
  synchronized Head head() {
    return head;
  }

  /** What the next turn follows. */
  synchronized Head tip() {
    return tip;
  }

  /** The state at the tip. */
  synchronized State current() {
    return current;
  }

  /** Head and tip are elsewhere now. Nothing is on its way. */
  synchronized void moveTo(Head elsewhere, State state) {
    head = elsewhere;
    durable = state;
    backToHead();
  }

  private void backToHead() {
    tip = head;
    current = durable;
    last = NOTHING;
    former = NOTHING;
  }

  /** Makes a turn durable on the calling thread. Nothing is on its way. */
  synchronized Committed write(TurnCommit turn) {
    Committed committed = append.apply(turn);
    moveTo(committed.head(), turn.state());
    return committed;
  }

  /**
   * Hands a turn over, which is the tip then. Returns when at most this one and the one before it
   * are not durable.
   */
  CompletionStage<Committed> add(TurnCommit turn) {
    return add(turn, NOTHING);
  }

  /**
   * As {@link #add(TurnCommit)}.
   *
   * @param trial is done beside, after those of the turns before; where it fails, the turn does,
   *     and is not written
   */
  CompletionStage<Committed> add(TurnCommit turn, Runnable trial) {
    CompletableFuture<?> own;
    synchronized (this) {
      own = trials.handle((done, failure) -> done).thenRunAsync(trial, TRIALS);
      trials = own;
    }
    return add(turn, own);
  }

  private CompletionStage<Committed> add(TurnCommit turn, CompletableFuture<?> ready) {
    CompletableFuture<Committed> added;
    CompletableFuture<Committed> before;
    synchronized (this) {
      if (!turn.expectedHead().equals(tip.state())) {
        return CompletableFuture.failedFuture(
            ConflictException.headMoved(
                simulation, turn.state().turn().value(), tip.turn().value()));
      }
      before = former;
      former = last;
      last = last.thenCombineAsync(ready, (written, read) -> writeNext(turn), thread);
      added = last;
      tip = Head.at(turn.state());
      current = turn.state();
    }
    // How it ended is told to whom it was promised.
    before.handle((written, failure) -> written).join();
    return added;
  }

  private Committed writeNext(TurnCommit turn) {
    Committed committed = append.apply(turn);
    synchronized (this) {
      head = committed.head();
      durable = turn.state();
    }
    return committed;
  }

  /** Waits until all that was handed over is durable, or has failed. */
  void settle() {
    CompletableFuture<Committed> awaited;
    synchronized (this) {
      awaited = last;
    }
    awaited.handle((written, failure) -> written).join();
  }

  /** Does something when all that was handed over is durable, or has failed. */
  synchronized <T> CompletionStage<T> afterwards(Supplier<T> work) {
    return last.handle((written, failure) -> written).thenApplyAsync(written -> work.get(), thread);
  }

  /**
   * Waits until nothing is on its way.
   *
   * @throws RuntimeException why a turn was not written, which nobody has been told so far by this
   *     method; the tip is the head again then
   */
  void drain() {
    CompletableFuture<Committed> awaited;
    synchronized (this) {
      awaited = last;
    }
    try {
      Awaited.resultOf(awaited);
    } catch (RuntimeException | Error e) {
      synchronized (this) {
        if (last == awaited) {
          backToHead();
        }
      }
      throw e;
    }
  }
}
