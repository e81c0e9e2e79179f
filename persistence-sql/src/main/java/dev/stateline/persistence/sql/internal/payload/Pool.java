package dev.stateline.persistence.sql.internal.payload;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Things that one at a time may use and that are dear to make: as many as were ever used at once
 * are kept until it is closed. Thread-safe.
 */
final class Pool<T extends Closeable> implements AutoCloseable {

  private final Supplier<T> making;
  private final Consumer<T> clearing;
  private final Queue<T> idle = new ConcurrentLinkedQueue<>();
  private volatile boolean closed;

  /**
   * @param clearing makes one ready for its next user
   */
  Pool(Supplier<T> making, Consumer<T> clearing) {
    this.making = making;
    this.clearing = clearing;
  }

  /** One that nobody else uses until it is given back. */
  Loan borrow() {
    T kept = idle.poll();
    return new Loan(kept == null ? making.get() : kept);
  }

  /** Gives back what was borrowed when it is closed. */
  final class Loan implements AutoCloseable {

    private final T borrowed;

    private Loan(T borrowed) {
      this.borrowed = borrowed;
    }

    T get() {
      return borrowed;
    }

    @Override
    public void close() {
      clearing.accept(borrowed);
      idle.add(borrowed);
      if (closed) {
        closeIdle();
      }
    }
  }

  /** What is in use is closed when it is given back. */
  @Override
  public void close() {
    closed = true;
    closeIdle();
  }

  private void closeIdle() {
    for (T one = idle.poll(); one != null; one = idle.poll()) {
      try {
        one.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
