package dev.stateline.codec.internal.tree;

/** How long texts are in canonical JSON (RFC 8785, section 3.2.2.2). */
public final class TextSize {

  private TextSize() {}

  /** The bytes of a string, its quotes and escapes counted. */
  public static int ofString(String text) {
    int size = 2;
    for (int i = 0; i < text.length(); i++) {
      size += size(text.charAt(i));
    }
    return size;
  }

  private static int size(char c) {
    if (c < 0x20) {
      return c == '\b' || c == '\t' || c == '\n' || c == '\f' || c == '\r' ? 2 : 6;
    }
    if (c < 0x80) {
      return c == '"' || c == '\\' ? 2 : 1;
    }
    // Half of a surrogate pair is half of its four bytes.
    return c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
  }
}
