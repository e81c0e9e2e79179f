package dev.stateline.benchmarks.store;

import java.util.Optional;
import java.util.concurrent.SynchronousQueue;
import java.util.function.Consumer;

/** Hands turns to another thread, and waits until each was taken care of. */
final class Handover {

  private final SynchronousQueue<Optional<TurnText>> turns = new SynchronousQueue<>();
  private final SynchronousQueue<Boolean> done = new SynchronousQueue<>();

  /** Returns when the turn was taken care of. */
  void give(TurnText turn) {
    uninterrupted(
        () -> {
          turns.put(Optional.of(turn));
          done.take();
        });
  }

  /** There are no more. */
  void end() {
    uninterrupted(() -> turns.put(Optional.empty()));
  }

  /** Takes care of turns until there are no more. */
  void takeAll(Consumer<TurnText> recorder) {
    uninterrupted(
        () -> {
          for (var next = turns.take(); next.isPresent(); next = turns.take()) {
            recorder.accept(next.get());
            done.put(true);
          }
        });
  }

  private interface Wait {
    void run() throws InterruptedException;
  }

  private static void uninterrupted(Wait wait) {
    try {
      wait.run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a turn was handed over", e);
    }
  }
}
