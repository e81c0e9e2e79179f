package dev.stateline.domain.naming;

import dev.stateline.domain.error.InvalidInputException;

/** What names and labels may be: printable on one line, and names usable in {@code N@T}. */
public final class NameRules {

  /** The longest name, in Unicode code points. */
  public static final int MAX_LENGTH = 200;

  private static final String RESERVED = "@~/";

  private NameRules() {}

  /**
   * Checks a name that people put before or after the {@code @} of a reference.
   *
   * @param what whose name it is, for the message
   * @throws InvalidInputException if it is no label, begins with {@code -}, or holds one of
   *     {@code @ ~ /}
   */
  public static void checkName(String what, String name) {
    checkLabel(what, name);
    if (name.charAt(0) == '-') {
      throw new InvalidInputException("a " + what + " must not begin with '-': options do");
    }
    for (char reserved : RESERVED.toCharArray()) {
      if (name.indexOf(reserved) >= 0) {
        throw new InvalidInputException(
            "a "
                + what
                + " must not contain '"
                + reserved
                + "': it separates names, turns and paths");
      }
    }
  }

  /**
   * Checks a text that is printed on one line: an actor, a kind, an engine's name.
   *
   * @param what whose label it is, for the message
   * @throws InvalidInputException if it is empty, longer than {@value #MAX_LENGTH} characters,
   *     begins or ends with white space, or has a character that is not {@linkplain #isPrintable
   *     printable}
   */
  public static void checkLabel(String what, String label) {
    int length = label.codePointCount(0, label.length());
    if (label.codePoints().allMatch(NameRules::isSpace)) {
      throw new InvalidInputException("a " + what + " must not be empty");
    }
    if (length > MAX_LENGTH) {
      throw new InvalidInputException(
          "a " + what + " has at most " + MAX_LENGTH + " characters, not " + length);
    }
    label.codePoints().forEach(c -> checkPrintable(what, c));
    if (isSpace(label.codePointAt(0)) || isSpace(label.codePointBefore(label.length()))) {
      throw new InvalidInputException("a " + what + " does not begin or end with white space");
    }
  }

  private static void checkPrintable(String what, int c) {
    if (!isPrintable(c)) {
      throw new InvalidInputException(
          String.format(
              "a %s must not contain the character U+%04X (control, bidirectional or invisible)",
              what, c));
    }
  }

  /**
   * Whether a character may stand in a name or label: no control character, no line or paragraph
   * separator, none that steers the direction of text or is invisible by itself, no half of a
   * surrogate pair. The list is fixed and not asked of the JDK, whose Unicode tables grow: what one
   * JDK wrote, every other must read.
   */
  public static boolean isPrintable(int codePoint) {
    return !isControl(codePoint) && !isDirection(codePoint) && !isInvisible(codePoint);
  }

  private static boolean isSpace(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  private static boolean isControl(int c) {
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029;
  }

  /** The characters with the property Bidi_Control (Unicode Standard Annex 9). */
  private static boolean isDirection(int c) {
    return c == 0x061C
        || c == 0x200E
        || c == 0x200F
        || (c >= 0x202A && c <= 0x202E)
        || (c >= 0x2066 && c <= 0x2069);
  }

  /**
   * Zero-width spaces and surrogates; joiners stay, because scripts and emoji are written with
   * them.
   */
  private static boolean isInvisible(int c) {
    return c == 0x00AD || c == 0x200B || c == 0x2060 || c == 0xFEFF || (c >= 0xD800 && c <= 0xDFFF);
  }
}
