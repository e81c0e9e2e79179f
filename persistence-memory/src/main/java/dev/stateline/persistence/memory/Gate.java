package dev.stateline.persistence.memory;

import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.UnavailableException;
import dev.stateline.domain.spi.AccessMode;
import java.util.function.Supplier;

/**
 * Lets one caller at a time at the rows, and nobody once the database is closed. That is what makes
 * every method of a port atomic, provided that it checks everything before it changes anything.
 */
final class Gate {

  private final AccessMode mode;
  private boolean closed;

  Gate(AccessMode mode) {
    this.mode = mode;
  }

  /**
   * @throws UnavailableException if the database is closed
   */
  synchronized <T> T read(Supplier<T> work) {
    requireOpen();
    return work.get();
  }

  /**
   * @throws UnavailableException if the database is closed or may only be read
   */
  synchronized <T> T write(Supplier<T> work) {
    requireOpen();
    if (mode == AccessMode.READ_ONLY) {
      throw new UnavailableException(
          ErrorCode.DATABASE_UNUSABLE,
          "the memory database is open for reading only; open it for writing");
    }
    return work.get();
  }

  /**
   * @throws UnavailableException if the database is closed or may only be read
   */
  void change(Runnable work) {
    write(
        () -> {
          work.run();
          return null;
        });
  }

  /** Does the work if the database is still open; otherwise there is nothing left to do it to. */
  synchronized void ifOpen(Runnable work) {
    if (!closed) {
      work.run();
    }
  }

  synchronized void close() {
    closed = true;
  }

  private void requireOpen() {
    if (closed) {
      throw new UnavailableException(
          ErrorCode.DATABASE_UNAVAILABLE, "the memory database is closed; open a new one");
    }
  }
}
