package dev.stateline.application.shared;

import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/** Waits for what other threads do, and throws what they threw, as if it had been done here. */
public final class Awaited {

  private Awaited() {}

  /**
   * The result of a stage.
   *
   * @throws RuntimeException or an {@link Error}, by which the stage failed
   */
  public static <T> T resultOf(CompletionStage<T> stage) {
    try {
      return stage.toCompletableFuture().join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      if (e.getCause() instanceof Error fault) {
        throw fault;
      }
      throw e;
    }
  }
}
