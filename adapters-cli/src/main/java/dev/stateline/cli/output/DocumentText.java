package dev.stateline.cli.output;

import dev.stateline.cli.terminal.PrintableText;
import dev.stateline.cli.terminal.Style;
import dev.stateline.cli.terminal.Style.Part;
import dev.stateline.domain.document.Document;

/**
 * Documents as text. Numbers and the order of members stay as they are in the canonical form; only
 * characters that a terminal does not show become escapes, which JSON readers turn back.
 */
public final class DocumentText {

  private final String json;
  private final Style style;
  private final StringBuilder out;
  private int position;
  private int depth;

  private DocumentText(Document document, Style style) {
    this.json = document.text();
    this.style = style;
    this.out = new StringBuilder(json.length() * 2);
  }

  /** The canonical text. Outside of strings it is ASCII, so that escaping touches only strings. */
  public static String onOneLine(Document document) {
    return PrintableText.of(document.text());
  }

  /** On one line, with spaces between members and elements, where it can be folded. */
  public static String spaced(Document document) {
    return indented(document, Style.PLAIN).replaceAll("\n *", " ");
  }

  /** The text with a member or an element on each line, indented by two. */
  public static String indented(Document document, Style style) {
    return new DocumentText(document, style).render();
  }

  private String render() {
    while (position < json.length()) {
      char c = json.charAt(position);
      switch (c) {
        case '{', '[' -> open(c);
        case '}', ']' -> close(c);
        case ',' -> separate();
        case ':' -> plain(": ");
        case '"' -> string();
        default -> literal();
      }
    }
    return out.toString();
  }

  private void open(char bracket) {
    char next = json.charAt(position + 1);
    out.append(bracket);
    position++;
    if (next == '}' || next == ']') {
      out.append(next);
      position++;
    } else {
      depth++;
      newLine();
    }
  }

  private void close(char bracket) {
    depth--;
    newLine();
    out.append(bracket);
    position++;
  }

  private void separate() {
    out.append(',');
    position++;
    newLine();
  }

  private void plain(String text) {
    out.append(text);
    position++;
  }

  private void string() {
    int end = position + 1;
    while (json.charAt(end) != '"') {
      end += json.charAt(end) == '\\' ? 2 : 1;
    }
    end++;
    boolean isKey = end < json.length() && json.charAt(end) == ':';
    paint(isKey ? Part.KEY : Part.TEXT, end);
  }

  private void literal() {
    int end = position;
    while (end < json.length() && ",]}".indexOf(json.charAt(end)) < 0) {
      end++;
    }
    paint(Character.isLetter(json.charAt(position)) ? Part.WORD : Part.NUMBER, end);
  }

  private void paint(Part part, int end) {
    out.append(style.paint(part, PrintableText.of(json.substring(position, end))));
    position = end;
  }

  private void newLine() {
    out.append('\n').append("  ".repeat(depth));
  }
}
