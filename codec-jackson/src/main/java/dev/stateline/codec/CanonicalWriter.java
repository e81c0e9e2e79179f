package dev.stateline.codec;

import dev.stateline.domain.document.Document;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Writes one JSON value in canonical form (RFC 8785) in one pass. Members may come in any order:
 * where they do not come in the order of their names' UTF-16 code units, their bytes are put in
 * order when the object ends; no tree is built.
 *
 * <p>Refuses what has no canonical form with a {@link Refusal}; {@link #pointer()} then says where.
 * Calls that make no JSON value (a member without a name, an end without a beginning) throw {@link
 * IllegalStateException}. Not thread-safe.
 */
final class CanonicalWriter {

  /** How deep objects and arrays may nest. */
  static final int MAX_DEPTH = 500;

  /** Every integer up to this magnitude is a double. */
  static final long MAX_EXACT = 1L << 53;

  private static final byte[] TRUE = {'t', 'r', 'u', 'e'};
  private static final byte[] FALSE = {'f', 'a', 'l', 's', 'e'};
  private static final byte[] NULL = {'n', 'u', 'l', 'l'};
  private static final Comparator<Slice> BY_NAME = Comparator.comparing(Slice::name);

  private final CanonicalBuffer buffer;
  private final List<OpenValue> levels = new ArrayList<>();
  private OpenValue current;
  private int depth;

  /**
   * @param expectedSize of the document, in bytes; a good guess saves copying
   */
  CanonicalWriter(int expectedSize) {
    buffer = new CanonicalBuffer(expectedSize);
  }

  void beginObject() {
    begin(OpenValue.Kind.OBJECT, '{');
  }

  void beginArray() {
    begin(OpenValue.Kind.ARRAY, '[');
  }

  /** An array whose elements are put in the order of their canonical bytes. */
  void beginSet() {
    begin(OpenValue.Kind.SET, '[');
  }

  void name(String name) {
    addName(name);
    buffer.string(name);
    buffer.put(':');
  }

  /**
   * As {@link #name(String)}, of a name whose bytes are known.
   *
   * @param ascii the name; nothing in it needs an escape
   */
  void name(String name, byte[] ascii) {
    addName(name);
    buffer.quoted(ascii);
    buffer.put(':');
  }

  void endObject() {
    if (depth == 0 || current.kind() != OpenValue.Kind.OBJECT || current.isNamed()) {
      throw new IllegalStateException("no object ends here");
    }
    if (!current.isOrdered()) {
      orderMembers();
    }
    end('}');
  }

  void endArray() {
    if (depth == 0 || current.kind() == OpenValue.Kind.OBJECT) {
      throw new IllegalStateException("no array ends here");
    }
    if (current.kind() == OpenValue.Kind.SET) {
      Slice[] elements = current.slices(buffer.size());
      Arrays.sort(elements, buffer::compare);
      buffer.arrange(elements, current.begin());
    }
    end(']');
  }

  void string(String text) {
    value();
    buffer.string(text);
  }

  void bool(boolean value) {
    value();
    buffer.put(value ? TRUE : FALSE);
  }

  void nullValue() {
    value();
    buffer.put(NULL);
  }

  /** Writes an integer of a magnitude of at most {@link #MAX_EXACT}. */
  void number(long value) {
    value();
    buffer.number(value);
  }

  void number(double value) {
    value();
    put(value);
  }

  /** Writes an integer literal of any size, see {@link ExactNumbers#ofLiteral}. */
  void literal(BigInteger value) {
    value();
    put(ExactNumbers.ofLiteral(value));
  }

  /** Writes a typed number of any size, see {@link ExactNumbers#ofTyped}. */
  void typed(BigDecimal value) {
    value();
    put(ExactNumbers.ofTyped(value));
  }

  /** Refuses what would be the next value. */
  void refuse(Refusal refusal) {
    value();
    throw refusal;
  }

  private void put(double value) {
    if (value == (long) value && Math.abs(value) <= MAX_EXACT) {
      buffer.number((long) value);
    } else if (Double.isFinite(value)) {
      buffer.number(value);
    } else {
      throw Refusal.ofNotFinite(value);
    }
  }

  /** Whether one whole value was written. */
  boolean isComplete() {
    return depth == 0 && buffer.size() > 0;
  }

  Document document() {
    if (!isComplete()) {
      throw new IllegalStateException("the value is not complete");
    }
    return buffer.toDocument();
  }

  /** The JSON Pointer (RFC 6901) of the value or name written last, or refused. */
  String pointer() {
    StringBuilder pointer = new StringBuilder();
    for (OpenValue level : levels.subList(0, depth)) {
      if (level.count() > 0) {
        pointer.append('/').append(level.lastToken());
      }
    }
    return pointer.toString();
  }

  private void begin(OpenValue.Kind kind, char bracket) {
    value();
    if (depth == MAX_DEPTH) {
      throw Refusal.of("the value nests deeper than " + MAX_DEPTH + " levels", "flatten it");
    }
    buffer.put(bracket);
    if (depth == levels.size()) {
      levels.add(new OpenValue());
    }
    current = levels.get(depth++);
    current.open(kind, buffer.size());
  }

  private void end(char bracket) {
    buffer.put(bracket);
    depth--;
    current = depth == 0 ? null : levels.get(depth - 1);
  }

  private void addName(String name) {
    if (depth == 0 || current.kind() != OpenValue.Kind.OBJECT || current.isNamed()) {
      throw new IllegalStateException("no name stands here");
    }
    if (current.count() > 0) {
      buffer.put(',');
    }
    current.addName(name, buffer.size());
  }

  private void value() {
    if (depth == 0) {
      if (buffer.size() > 0) {
        throw new IllegalStateException("a document is one value");
      }
    } else if (current.kind() == OpenValue.Kind.OBJECT) {
      if (!current.isNamed()) {
        throw new IllegalStateException("a member needs a name");
      }
      current.addValueOfName();
    } else {
      if (current.count() > 0) {
        buffer.put(',');
      }
      current.addElement(buffer.size());
    }
  }

  private void orderMembers() {
    Slice[] members = current.slices(buffer.size());
    Arrays.sort(members, BY_NAME);
    for (int i = 1; i < members.length; i++) {
      if (members[i].name().equals(members[i - 1].name())) {
        throw Refusal.ofDuplicate(members[i].name());
      }
    }
    buffer.arrange(members, current.begin());
  }
}
