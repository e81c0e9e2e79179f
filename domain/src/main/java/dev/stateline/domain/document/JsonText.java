package dev.stateline.domain.document;

import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.InvalidInputException;
import java.util.HexFormat;

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
    int plain = plainCharacters(text);
    if (plain == text.length()) {
      return '"' + text + '"';
    }
    StringBuilder out = new StringBuilder(text.length() + 16).append('"').append(text, 0, plain);
    for (int i = plain; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isSurrogate(c)) {
        i = appendPair(text, i, out);
      } else {
        appendEscaped(c, out);
      }
    }
    return out.append('"').toString();
  }

  /** How many characters from the first on stand as they are. */
  private static int plainCharacters(String text) {
    int i = 0;
    while (i < text.length() && isPlain(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private static boolean isPlain(char c) {
    return c >= 0x20 && c != '"' && c != '\\' && !Character.isSurrogate(c);
  }

  /**
   * The text that a JSON string of a canonical document stands for.
   *
   * @param json as {@link #quote} writes it
   * @throws InvalidInputException if it is no such string
   */
  public static String unquote(String json) {
    int end = json.length() - 1;
    if (end < 1 || json.charAt(0) != '"' || json.charAt(end) != '"') {
      throw notAString();
    }
    StringBuilder out = new StringBuilder(end);
    for (int i = 1; i < end; i++) {
      char c = json.charAt(i);
      if (c == '"' || (c == '\\' && i + 1 == end)) {
        throw notAString();
      }
      if (c == '\\') {
        i = appendUnescaped(json, i + 1, out);
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  private static int appendUnescaped(String json, int i, StringBuilder out) {
    switch (json.charAt(i)) {
      case '"' -> out.append('"');
      case '\\' -> out.append('\\');
      case 'b' -> out.append('\b');
      case 't' -> out.append('\t');
      case 'n' -> out.append('\n');
      case 'f' -> out.append('\f');
      case 'r' -> out.append('\r');
      case 'u' -> {
        out.append(codeUnit(json, i + 1));
        return i + 4;
      }
      default -> throw notAString();
    }
    return i;
  }

  private static char codeUnit(String json, int at) {
    try {
      return (char) HexFormat.fromHexDigits(json, at, at + 4);
    } catch (IndexOutOfBoundsException | NumberFormatException e) {
      throw notAString();
    }
  }

  private static InvalidInputException notAString() {
    return new InvalidInputException(
        ErrorCode.INVALID_DOCUMENT, "a JSON string in canonical form was expected");
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
