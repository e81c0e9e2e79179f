package dev.stateline.codec.internal.text;

import java.nio.charset.StandardCharsets;

/**
 * A place in a text, as an editor shows it: line and column count from 1, columns in characters.
 */
public record TextPlace(int line, int column) {

  /** The place of a byte; what comes before it is UTF-8. */
  public static TextPlace of(byte[] utf8, long offset) {
    int end = (int) Math.max(0, Math.min(offset, utf8.length));
    int line = 1;
    int start = 0;
    for (int i = 0; i < end; i++) {
      if (utf8[i] == '\n') {
        line++;
        start = i + 1;
      }
    }
    String before = new String(utf8, start, end - start, StandardCharsets.UTF_8);
    return new TextPlace(line, before.codePointCount(0, before.length()) + 1);
  }

  @Override
  public String toString() {
    return "line " + line + ", column " + column;
  }
}
