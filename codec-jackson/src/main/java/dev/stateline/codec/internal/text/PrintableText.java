package dev.stateline.codec.internal.text;

/** How texts of any content stand in messages. */
public final class PrintableText {

  private static final int SHOWN = 200;

  private PrintableText() {}

  /** The text on one line, of bounded length, with what cannot be printed as an escape. */
  public static String of(String text) {
    StringBuilder shown = new StringBuilder();
    for (int i = 0; i < text.length() && shown.length() < SHOWN; ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      switch (Character.getType(c)) {
        case Character.CONTROL, Character.FORMAT, Character.SURROGATE ->
            shown.append(String.format("\\u%04x", c));
        default -> shown.appendCodePoint(c);
      }
    }
    return shown.length() < SHOWN ? shown.toString() : shown + "...";
  }
}
