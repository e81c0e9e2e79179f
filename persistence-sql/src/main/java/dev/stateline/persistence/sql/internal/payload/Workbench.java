package dev.stateline.persistence.sql.internal.payload;

import dev.stateline.domain.document.Document;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Room for a document that is being made, and for the one that it is made of. Fresh arrays for each
 * of a chain would take longer than all that is done with them. For one thread at a time.
 */
final class Workbench implements Closeable {

  /** Larger ones are not kept. */
  private static final int MOST_KEPT = 4 << 20;

  private byte[] done = new byte[0];
  private byte[] next = new byte[0];
  private int size;

  /** The last document that was done, from the beginning of an array that may be longer. */
  byte[] done() {
    return done;
  }

  /** The bytes of the last document that was done. */
  int size() {
    return size;
  }

  /** Room for the next document, for at least so many bytes. */
  byte[] next(int bytes) {
    if (next.length < bytes) {
      next = new byte[bytes];
    }
    return next;
  }

  /** The next document is done, in what {@link #next} gave. */
  void finish(int bytes) {
    byte[] former = done;
    done = next;
    next = former;
    size = bytes;
  }

  /** Takes a document that is there already. */
  void put(Document document) {
    byte[] room = next(document.size());
    try {
      document.newInputStream().read(room, 0, document.size());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    finish(document.size());
  }

  /** The last document that was done. */
  Document document() {
    return Document.ofTrusted(done, 0, size);
  }

  /** Makes it ready for the next user. */
  void clear() {
    size = 0;
    if (done.length > MOST_KEPT || next.length > MOST_KEPT) {
      close();
    }
  }

  @Override
  public void close() {
    done = new byte[0];
    next = new byte[0];
  }
}
