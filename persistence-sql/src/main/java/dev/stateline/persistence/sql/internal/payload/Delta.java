package dev.stateline.persistence.sql.internal.payload;

import dev.stateline.persistence.sql.dialect.DamagedColumnException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/**
 * A document as a list of what it takes from another one, its base, and what it puts between.
 *
 * <p>Each step copies bytes of the base from where the last one ended, puts in bytes of its own,
 * and passes over bytes of the base: as many as it puts in, and a few more or fewer. The numbers of
 * all steps stand together, each kind by itself, and the bytes that are put in after them: so
 * compression finds what is alike.
 */
final class Delta {

  private static final int LONGEST_NUMBER = 5;

  private Delta() {}

  /**
   * The difference of two documents.
   *
   * @param limit the most bytes that it may have
   * @return empty if it has more: the documents are too unlike
   */
  static Optional<byte[]> between(byte[] base, byte[] target, int limit) {
    Steps steps = new Steps(target, limit);
    return new Alignment(base, target, steps).run() ? steps.bytes() : Optional.empty();
  }

  /** The steps of a delta that is being made. */
  static final class Steps {

    private final byte[] target;
    private final int limit;
    private final Numbers copied = new Numbers();
    private final Numbers put = new Numbers();
    private final Numbers skewed = new Numbers();
    private byte[] literals = new byte[256];
    private int literalSize;
    private int count;

    Steps(byte[] target, int limit) {
      this.target = target;
      this.limit = limit;
    }

    /**
     * @param copies bytes of the base from where the last step ended
     * @param from where in the target the bytes begin that are put in
     * @param to where they end
     * @param passes bytes of the base to go on after; negative to go back
     * @return whether the delta is still within its limit
     */
    boolean add(int copies, int from, int to, int passes) {
      int puts = to - from;
      copied.add(copies);
      put.add(puts);
      skewed.addSigned(passes - puts);
      if (literals.length - literalSize < puts) {
        literals = Arrays.copyOf(literals, Math.max(literals.length * 2, literalSize + puts));
      }
      System.arraycopy(target, from, literals, literalSize, puts);
      literalSize += puts;
      count++;
      return size() <= limit;
    }

    private int size() {
      return copied.size + put.size + skewed.size + literalSize;
    }

    Optional<byte[]> bytes() {
      Numbers head = new Numbers();
      head.add(count);
      head.add(copied.size);
      head.add(put.size);
      head.add(skewed.size);
      byte[] all = Arrays.copyOf(head.bytes, head.size + size());
      int at = head.size;
      for (Numbers numbers : new Numbers[] {copied, put, skewed}) {
        System.arraycopy(numbers.bytes, 0, all, at, numbers.size);
        at += numbers.size;
      }
      System.arraycopy(literals, 0, all, at, literalSize);
      return all.length <= limit ? Optional.of(all) : Optional.empty();
    }
  }

  /** Whole numbers, seven bits a byte, the lowest first; the highest bit says that more follow. */
  private static final class Numbers {

    private byte[] bytes = new byte[64];
    private int size;

    void add(int value) {
      if (bytes.length - size < LONGEST_NUMBER) {
        bytes = Arrays.copyOf(bytes, bytes.length * 2);
      }
      int rest = value;
      while ((rest & ~0x7f) != 0) {
        bytes[size++] = (byte) (rest | 0x80);
        rest >>>= 7;
      }
      bytes[size++] = (byte) rest;
    }

    /** Small numbers of either sign are short. */
    void addSigned(int value) {
      add((value << 1) ^ (value >> 31));
    }
  }

  /**
   * Makes a document of its base.
   *
   * @param bench on which the base was done last; the document is added to what is being made
   * @param size the bytes that the document has
   * @param column what is named as damaged
   * @throws DamagedColumnException if the delta does not fit the base or the size
   */
  static void apply(Workbench bench, byte[] delta, int size, String column)
      throws DamagedColumnException {
    try {
      apply(bench, delta, size);
    } catch (IndexOutOfBoundsException | ArithmeticException e) {
      throw new DamagedColumnException(column, "it does not fit the state that it is a delta to");
    }
  }

  private static void apply(Workbench bench, byte[] delta, int size) {
    Cursor head = new Cursor(delta, 0);
    int count = head.next();
    int copiedSize = head.next();
    int putSize = head.next();
    int skewedSize = head.next();
    Cursor copied = new Cursor(delta, head.at);
    Cursor put = new Cursor(delta, copied.at + copiedSize);
    Cursor skewed = new Cursor(delta, put.at + putSize);
    int literal = skewed.at + skewedSize;
    int from = 0;
    int to = 0;
    for (int i = 0; i < count; i++) {
      int copies = copied.next();
      int puts = put.next();
      Objects.checkFromToIndex(0, Math.addExact(Math.addExact(to, copies), puts), size);
      bench.addOfLast(from, copies);
      bench.add(delta, literal, puts);
      literal += puts;
      to += copies + puts;
      from += copies + puts + skewed.nextSigned();
    }
    if (to != size || literal != delta.length) {
      throw new IndexOutOfBoundsException(to);
    }
  }

  /**
   * The bytes that a delta makes, whatever its base is.
   *
   * @param column what is named as damaged
   * @throws DamagedColumnException if it is no delta
   */
  static long sizeMade(byte[] delta, String column) throws DamagedColumnException {
    try {
      Cursor head = new Cursor(delta, 0);
      int count = head.next();
      int numbers = head.next();
      numbers += head.next();
      numbers += head.next();
      long sum = (long) delta.length - head.at - numbers;
      Cursor copied = new Cursor(delta, head.at);
      for (int i = 0; i < count; i++) {
        sum += copied.next();
      }
      return sum;
    } catch (IndexOutOfBoundsException e) {
      throw new DamagedColumnException(column, "it is no difference as Stateline writes it");
    }
  }

  /** Reads numbers as {@link Numbers} writes them. */
  private static final class Cursor {

    private final byte[] bytes;
    private int at;

    Cursor(byte[] bytes, int at) {
      this.bytes = bytes;
      this.at = at;
    }

    int next() {
      byte only = bytes[at++];
      return only >= 0 ? only : goOn(only & 0x7f);
    }

    private int goOn(int lowest) {
      int value = lowest;
      for (int shift = 7; ; shift += 7) {
        byte part = bytes[at++];
        value |= (part & 0x7f) << shift;
        if (part >= 0) {
          return value;
        }
        if (shift > 28) {
          throw new IndexOutOfBoundsException(at);
        }
      }
    }

    int nextSigned() {
      int value = next();
      return (value >>> 1) ^ -(value & 1);
    }
  }
}
