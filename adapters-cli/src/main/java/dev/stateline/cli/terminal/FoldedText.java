package dev.stateline.cli.terminal;

import java.util.ArrayList;
import java.util.List;

/** A line of text in lines that a terminal holds, so that it breaks no word. */
public final class FoldedText {

  private FoldedText() {}

  /**
   * Folds at spaces. A word that is longer than a line stays whole: it is left to the terminal, and
   * can still be copied.
   *
   * @param text printable, on one line
   * @param columns the most columns of a line
   * @param hanging how far the lines after the first stand to the right; less than the columns
   */
  public static List<String> of(String text, int columns, int hanging) {
    List<String> lines = new ArrayList<>();
    String rest = text;
    int begin = indentation(text);
    while (PrintableText.width(rest) > columns) {
      int at = lastFit(rest, columns, begin);
      if (at < 0) {
        break;
      }
      lines.add(rest.substring(0, at).stripTrailing());
      rest = " ".repeat(hanging) + rest.substring(at).strip();
      begin = hanging;
    }
    lines.add(rest);
    return lines;
  }

  /** The columns that a text begins with empty. */
  private static int indentation(String text) {
    return text.length() - text.stripLeading().length();
  }

  /** The last space that ends a line in time, or the first one after that; -1 if there is none. */
  private static int lastFit(String text, int columns, int begin) {
    int last = -1;
    int width = 0;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      if (text.charAt(i) == ' ' && i > begin) {
        if (width > columns && last >= 0) {
          return last;
        }
        last = i;
        if (width > columns) {
          return last;
        }
      }
      width += PrintableText.width(Character.toString(text.codePointAt(i)));
    }
    return last;
  }
}
