package dev.stateline.codec;

/**
 * A member of an object, or an element of a set, in the buffer: from the start to before the end.
 */
record Slice(String name, int start, int end) {

  int length() {
    return end - start;
  }
}
