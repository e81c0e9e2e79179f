package dev.stateline.domain.state;

import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.InvalidInputException;

/** The few JSON forms that the domain writes itself, without a parser. */
public final class JsonText {

  private static final String HEX = "0123456789abcdef";

  private JsonText() {}

  /**
   * A JSON string in the form of RFC 8785, section 3.2.2.2: the shortest escapes, everything else
   * as it is.
   *
   * @throws InvalidInputException if the text holds half of a surrogate pair
   */
  public static String quote(String text) {
    StringBuilder out = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isSurrogate(c)) {
        i = appendPair(text, i, out);
      } else {
        appendEscaped(c, out);
      }
    }
    return out.append('"').toString();
  }

  private static int appendPair(String text, int i, StringBuilder out) {
    if (!Character.isHighSurrogate(text.charAt(i))
        || i + 1 == text.length()
        || !Character.isLowSurrogate(text.charAt(i + 1))) {
      throw new InvalidInputException(
          ErrorCode.INVALID_DOCUMENT,
          String.format(
              "a lone surrogate (U+%04X) is not a character; remove it", (int) text.charAt(i)));
    }
    out.append(text, i, i + 2);
    return i + 1;
  }

  private static void appendEscaped(char c, StringBuilder out) {
    switch (c) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\b' -> out.append("\\b");
      case '\t' -> out.append("\\t");
      case '\n' -> out.append("\\n");
      case '\f' -> out.append("\\f");
      case '\r' -> out.append("\\r");
      default -> {
        if (c < 0x20) {
          out.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 0xF));
        } else {
          out.append(c);
        }
      }
    }
  }
}
