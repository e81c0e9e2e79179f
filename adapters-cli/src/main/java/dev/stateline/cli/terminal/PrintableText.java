package dev.stateline.cli.terminal;

import dev.stateline.domain.naming.NameRules;

/** Text that a terminal shows as it is: no character of it can move the cursor or turn it round. */
public final class PrintableText {

  private PrintableText() {}

  /** Every character that is not printable on one line becomes its JSON escape. */
  public static String of(String text) {
    return text.codePoints().allMatch(NameRules::isPrintable) ? text : escaped(text);
  }

  /**
   * As {@link #of}, and cut to a length.
   *
   * @param limit the most code points it may have, the dots that mark the cut included; 4 or more
   */
  public static String of(String text, int limit) {
    String printable = of(text);
    if (printable.codePointCount(0, printable.length()) <= limit) {
      return printable;
    }
    return printable.substring(0, printable.offsetByCodePoints(0, limit - 3)) + "...";
  }

  /** How many columns a terminal takes for a printable text. */
  public static int width(String text) {
    return text.codePoints().map(PrintableText::width).sum();
  }

  private static int width(int codePoint) {
    if (codePoint < 0x300) {
      return 1;
    }
    int type = Character.getType(codePoint);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
      return 0;
    }
    return isWide(codePoint) ? 2 : 1;
  }

  private static boolean isWide(int codePoint) {
    return switch (Character.UnicodeScript.of(codePoint)) {
      case HAN, HIRAGANA, KATAKANA, HANGUL -> true;
      default -> codePoint >= 0x1F300 && codePoint <= 0x1FAFF;
    };
  }

  private static String escaped(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            c -> {
              if (NameRules.isPrintable(c)) {
                out.appendCodePoint(c);
              } else {
                appendEscape(c, out);
              }
            });
    return out.toString();
  }

  private static void appendEscape(int codePoint, StringBuilder out) {
    for (char c : Character.toChars(codePoint)) {
      out.append(String.format("\\u%04x", (int) c));
    }
  }
}
