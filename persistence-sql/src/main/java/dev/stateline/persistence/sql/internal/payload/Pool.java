package dev.stateline.persistence.sql.internal.payload;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Things that one at a time may use and that are dear to make: as many as were ever used at once
 * are kept until it is closed. Thread-safe.
 */
final class Pool<T extends Closeable> implements AutoCloseable {

  private final Supplier<T> making;
  private final Queue<T> idle = new ConcurrentLinkedQueue<>();
  private volatile boolean closed;

  Pool(Supplier<T> making) {
    this.making = making;
  }

  /** Uses one, which nobody else does meanwhile. */
  <R> R with(Function<T, R> use) {
    T kept = idle.poll();
    T used = kept == null ? making.get() : kept;
    try {
      return use.apply(used);
    } finally {
      idle.add(used);
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
