package dev.stateline.application.shared;

import dev.stateline.application.observe.Amounts;
import dev.stateline.application.observe.Measuring;
import dev.stateline.domain.commit.AppendResult;
import dev.stateline.domain.commit.Committed;
import dev.stateline.domain.commit.TurnCommit;
import dev.stateline.domain.error.ErrorCategory;
import dev.stateline.domain.error.StatelineException;
import dev.stateline.domain.measure.Figure;
import dev.stateline.domain.measure.Operation;
import dev.stateline.domain.port.StatePersistencePort;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;

/**
 * Lets simulations that run side by side share durable writes: while as many writes are under way
 * as the database takes at once, the turns of the other threads gather, and the next write takes
 * all of them. A thread that is alone writes at once. Thread-safe.
 */
public final class GroupCommit {

  /** So that no write becomes so long that everybody waits for it. */
  private static final int MOST = 64;

  private final StatePersistencePort states;
  private final Semaphore writing;
  private final List<Waiting> queue = new ArrayList<>();
  private final Measuring measuring;

  public GroupCommit(StatePersistencePort states, Measuring measuring) {
    this.states = states;
    this.measuring = measuring;
    this.writing = new Semaphore(states.writesAtOnce());
  }

  private record Waiting(TurnCommit commit, CompletableFuture<Committed> result) {}

  /** As {@link StatePersistencePort#prepare}. */
  public void prepare(TurnCommit commit) {
    states.prepare(commit);
  }

  /**
   * As {@link StatePersistencePort#append}; returns when the turn is durable.
   *
   * @throws StatelineException as there
   */
  public Committed append(TurnCommit commit) {
    return measuring.of(
        Operation.COMMIT, () -> written(commit), committed -> Amounts.of(commit, committed));
  }

  /** How many turns wait for a write to begin that takes them. */
  public Figure queue() {
    return Figure.level(
        "waiting_turns", "Turns that wait for a write to take them.", this::waitingTurns);
  }

  private long waitingTurns() {
    synchronized (queue) {
      return queue.size();
    }
  }

  private Committed written(TurnCommit commit) {
    Waiting mine = new Waiting(commit, new CompletableFuture<>());
    synchronized (queue) {
      queue.add(mine);
    }
    while (!mine.result().isDone() && writeNext()) {
      // What was written was others', that were before.
    }
    return Awaited.resultOf(mine.result());
  }

  /** False if nobody's turn was left to be written: then somebody has this one's in hand. */
  private boolean writeNext() {
    writing.acquireUninterruptibly();
    try {
      List<Waiting> group = next();
      if (!group.isEmpty()) {
        write(group);
      }
      return !group.isEmpty();
    } finally {
      writing.release();
    }
  }

  private List<Waiting> next() {
    synchronized (queue) {
      List<Waiting> first = queue.subList(0, Math.min(MOST, queue.size()));
      List<Waiting> taken = List.copyOf(first);
      first.clear();
      return taken;
    }
  }

  private void write(List<Waiting> group) {
    try {
      if (group.size() == 1) {
        group.get(0).result().complete(states.append(group.get(0).commit()));
      } else {
        writeTogether(group);
      }
    } catch (RuntimeException | Error e) {
      // Nobody may wait for ever, whatever it was.
      group.forEach(waiting -> waiting.result().completeExceptionally(e));
    }
  }

  private void writeTogether(List<Waiting> group) {
    List<AppendResult> results;
    try {
      results = states.appendAll(group.stream().map(Waiting::commit).toList());
    } catch (StatelineException e) {
      if (e.category() == ErrorCategory.UNAVAILABLE) {
        throw e;
      }
      // What is wrong with one of them must not be blamed on the others.
      group.forEach(waiting -> write(List.of(waiting)));
      return;
    }
    for (int i = 0; i < group.size(); i++) {
      CompletableFuture<Committed> result = group.get(i).result();
      results.get(i).committed().ifPresent(result::complete);
      results.get(i).refusal().ifPresent(result::completeExceptionally);
    }
  }
}
