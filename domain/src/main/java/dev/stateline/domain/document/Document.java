package dev.stateline.domain.document;

import dev.stateline.domain.error.InvalidInputException;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;

/**
 * A JSON value in canonical form (RFC 8785): immutable UTF-8 bytes plus their SHA-256. Two
 * documents are equal when their bytes are. Thread-safe.
 *
 * <p>Bytes become documents in two ways. {@link #ofCanonical(byte[])} is the gate for what comes
 * from outside: it reads the bytes and refuses another form. A codec that writes canonically, and a
 * store that gives back what was a document once, need not have that done again: they call {@link
 * #ofTrusted(byte[])}, and answer for the form. Whoever cannot take their word for it calls {@link
 * #requireCanonical()}.
 */
public final class Document {

  /** The document {@code {}}. */
  public static final Document EMPTY_OBJECT = ofTrusted("{}".getBytes(StandardCharsets.UTF_8));

  /** The document {@code []}. */
  public static final Document EMPTY_ARRAY = ofTrusted("[]".getBytes(StandardCharsets.UTF_8));

  private final byte[] bytes;
  // Computed on first use; a race computes the same value twice.
  private volatile Sha256 hash;
  // Set once the bytes were read; a race reads them twice.
  private volatile boolean canonical;

  private Document(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * Wraps a copy of bytes that are in canonical form.
   *
   * @param canonical UTF-8, in the form of RFC 8785
   * @throws InvalidInputException INVALID_DOCUMENT if they are not; the message names the place
   */
  public static Document ofCanonical(byte[] canonical) {
    return new Document(required(canonical).clone()).requireCanonical();
  }

  /**
   * Wraps a copy of bytes for whose form the caller answers.
   *
   * @param canonical UTF-8, in the form of RFC 8785
   * @throws IllegalArgumentException if there are no bytes at all: no JSON value is empty
   */
  public static Document ofTrusted(byte[] canonical) {
    return ofTrusted(canonical, 0, required(canonical).length);
  }

  /**
   * As {@link #ofTrusted(byte[])}, of a part of an array.
   *
   * @throws IndexOutOfBoundsException if the part lies outside the array
   */
  public static Document ofTrusted(byte[] canonical, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, canonical.length);
    if (length == 0) {
      throw new IllegalArgumentException("a document has at least one byte");
    }
    return new Document(Arrays.copyOfRange(canonical, offset, offset + length));
  }

  /** Takes bytes that nobody else has. */
  static Document owning(byte[] bytes) {
    return new Document(bytes);
  }

  private static byte[] required(byte[] bytes) {
    return Objects.requireNonNull(bytes, "the bytes of a document must not be null");
  }

  /**
   * Reads the bytes, unless that was done before, and requires that they are in canonical form.
   *
   * @return this document
   * @throws InvalidInputException INVALID_DOCUMENT if they are not; the message names the place
   */
  public Document requireCanonical() {
    if (!canonical) {
      CanonicalForm.require(bytes);
      canonical = true;
    }
    return this;
  }

  /** Whether {@link #requireCanonical()} was called, and passed: false may mean either. */
  public boolean isKnownCanonical() {
    return canonical;
  }

  /**
   * As {@link #requireCanonical()}, of one document of several.
   *
   * @param name which one it is; the message begins with it
   * @return this document
   * @throws InvalidInputException INVALID_DOCUMENT
   */
  public Document requireCanonical(String name) {
    try {
      return requireCanonical();
    } catch (InvalidInputException e) {
      throw new InvalidInputException(e.code(), name + ": " + e.getMessage(), e);
    }
  }

  /** A copy of the canonical bytes. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /**
   * Copies a part of the canonical bytes.
   *
   * @param at where in the target it begins
   * @param from where in the document it begins
   * @throws IndexOutOfBoundsException if it is not in the document, or does not fit the target
   */
  public void copyTo(byte[] target, int at, int from, int length) {
    Objects.checkFromIndexSize(from, length, bytes.length);
    Objects.checkFromIndexSize(at, length, target.length);
    System.arraycopy(bytes, from, target, at, length);
  }

  /** The canonical bytes, to be read without a copy. */
  public InputStream newInputStream() {
    return new ByteArrayInputStream(bytes);
  }

  /** The canonical text. */
  public String text() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** The number of canonical bytes, at least 1. */
  public int size() {
    return bytes.length;
  }

  /** The SHA-256 of the canonical bytes. */
  public Sha256 hash() {
    Sha256 known = hash;
    if (known == null) {
      known = Sha256.of(bytes);
      hash = known;
    }
    return known;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Document that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** Size and the beginning of the hash: a document may be large. */
  @Override
  public String toString() {
    return "Document[" + bytes.length + " bytes, " + hash().hex().substring(0, 12) + "]";
  }
}
