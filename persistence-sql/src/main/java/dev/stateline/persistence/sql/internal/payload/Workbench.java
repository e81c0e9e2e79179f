package dev.stateline.persistence.sql.internal.payload;

import dev.stateline.domain.document.Document;
import dev.stateline.domain.document.DocumentAssembly;
import java.io.Closeable;
import java.util.Objects;

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

  /** The last document that was done, if it is one already; else it is in {@link #done}. */
  private Document whole;

  /** What is being made, if it is to be a document at once; else it is in {@link #next}. */
  private DocumentAssembly assembly;

  private int made;

  /** The bytes of the last document that was done. */
  int size() {
    return size;
  }

  /** Room for the next document, for at least so many bytes. */
  byte[] next(int bytes) {
    assembly = null;
    made = 0;
    if (next.length < bytes) {
      next = new byte[bytes];
    }
    return next;
  }

  /** Begins a document that is taken from the bench as it is. */
  void assemble(int bytes) {
    assembly = new DocumentAssembly(bytes);
  }

  /**
   * Adds a part of the last document that was done to the one that is being made.
   *
   * @throws IndexOutOfBoundsException if it is not there, or does not fit
   */
  void addOfLast(int from, int length) {
    Objects.checkFromIndexSize(from, length, size);
    if (assembly == null) {
      if (whole == null) {
        System.arraycopy(done, from, next, made, length);
      } else {
        whole.copyTo(next, made, from, length);
      }
      made += length;
    } else if (whole == null) {
      assembly.add(done, from, length);
    } else {
      assembly.add(whole, from, length);
    }
  }

  /**
   * Adds bytes to the document that is being made.
   *
   * @throws IndexOutOfBoundsException if they are not there, or do not fit
   */
  void add(byte[] from, int offset, int length) {
    if (assembly == null) {
      System.arraycopy(from, offset, next, made, length);
      made += length;
    } else {
      assembly.add(from, offset, length);
    }
  }

  /** The next document is done. */
  void finish(int bytes) {
    size = bytes;
    if (assembly != null) {
      whole = assembly.trusted();
      assembly = null;
      return;
    }
    whole = null;
    byte[] former = done;
    done = next;
    next = former;
  }

  /** Takes a document that is there already. */
  void put(Document document) {
    whole = document;
    size = document.size();
  }

  /** The last document that was done. */
  Document document() {
    return whole == null ? Document.ofTrusted(done, 0, size) : whole;
  }

  /** Makes it ready for the next user. */
  void clear() {
    size = 0;
    whole = null;
    assembly = null;
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
