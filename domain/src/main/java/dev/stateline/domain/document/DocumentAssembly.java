package dev.stateline.domain.document;

import java.util.Objects;

/**
 * Puts a document together of parts of others and of bytes, without a copy of the whole. For stores
 * that keep documents as differences. Not thread-safe.
 */
public final class DocumentAssembly {

  private byte[] bytes;
  private int size;

  /**
   * @param size of the document, in bytes
   * @throws IllegalArgumentException if it is not positive: no JSON value is empty
   */
  public DocumentAssembly(int size) {
    if (size < 1) {
      throw new IllegalArgumentException("a document has at least one byte");
    }
    this.bytes = new byte[size];
  }

  /**
   * Adds bytes.
   *
   * @throws IndexOutOfBoundsException if they are not there, or more than the document has
   */
  public void add(byte[] from, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, from.length);
    Objects.checkFromIndexSize(size, length, bytes.length);
    System.arraycopy(from, offset, bytes, size, length);
    size += length;
  }

  /**
   * Adds a part of another document.
   *
   * @throws IndexOutOfBoundsException if it is not there, or more than the document has
   */
  public void add(Document from, int offset, int length) {
    Objects.checkFromIndexSize(size, length, bytes.length);
    from.copyTo(bytes, size, offset, length);
    size += length;
  }

  /**
   * The document, for whose form the caller answers as in {@link Document#ofTrusted(byte[])}.
   * Nothing can be added any more.
   *
   * @throws IllegalStateException if it is not complete, or was given out already
   */
  public Document trusted() {
    if (bytes == null || size != bytes.length) {
      throw new IllegalStateException(
          bytes == null ? "the document was given out" : "the document is not complete");
    }
    byte[] whole = bytes;
    bytes = null;
    return Document.owning(whole);
  }
}
