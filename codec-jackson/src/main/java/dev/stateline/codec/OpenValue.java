package dev.stateline.codec;

import java.util.Arrays;

/** An object, array or set that is being written. Used again for the next one of its depth. */
final class OpenValue {

  enum Kind {
    OBJECT,
    ARRAY,
    /** Written as an array, in the order of its elements' bytes. */
    SET
  }

  private String[] names = new String[16];
  private int[] starts = new int[16];
  private Kind kind = Kind.ARRAY;
  private int begin;
  private int count;
  private boolean ordered;
  private boolean named;

  void open(Kind newKind, int firstByte) {
    kind = newKind;
    begin = firstByte;
    count = 0;
    ordered = newKind != Kind.SET;
    named = false;
  }

  Kind kind() {
    return kind;
  }

  /** Where the first member or element begins. */
  int begin() {
    return begin;
  }

  int count() {
    return count;
  }

  /** Whether what was written stands in canonical order already. */
  boolean isOrdered() {
    return ordered;
  }

  /** Whether a name was written that waits for its value. */
  boolean isNamed() {
    return named;
  }

  void addName(String name, int start) {
    if (count > 0) {
      int order = names[count - 1].compareTo(name);
      if (order == 0) {
        throw Refusal.ofDuplicate(name);
      }
      ordered &= order < 0;
    }
    if (count == names.length) {
      names = Arrays.copyOf(names, 2 * count);
    }
    names[count] = name;
    addElement(start);
    named = true;
  }

  void addElement(int start) {
    if (count == starts.length) {
      starts = Arrays.copyOf(starts, 2 * count);
    }
    starts[count++] = start;
  }

  void addValueOfName() {
    named = false;
  }

  Slice[] slices(int end) {
    Slice[] slices = new Slice[count];
    for (int i = 0; i < count; i++) {
      String name = kind == Kind.OBJECT ? names[i] : "";
      // One byte before the next one begins: the comma.
      slices[i] = new Slice(name, starts[i], i + 1 < count ? starts[i + 1] - 1 : end);
    }
    return slices;
  }

  /** The reference token (RFC 6901) of the member or element written last. */
  String lastToken() {
    return kind == Kind.OBJECT
        ? PointerPath.escaped(names[count - 1])
        : Integer.toString(count - 1);
  }
}
