package dev.stateline.cli;

import dev.stateline.cli.terminal.Console;
import dev.stateline.cli.terminal.FoldedText;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Collectors;

/** Help on a terminal that is narrower than the narrowest page that picocli makes. */
final class HelpPages extends StringWriter {

  /** picocli makes no narrower page. */
  private static final int NARROWEST = 55;

  private static final int WIDEST = 100;

  /** How far a line that was folded goes on to the right, where it did not begin at the left. */
  private static final int HANGING = 8;

  private final Console console;

  private HelpPages(Console console) {
    this.console = console;
  }

  /** The width that picocli is to make pages in. */
  static int width(Console console) {
    return Math.max(NARROWEST, Math.min(WIDEST, console.facts().columns()));
  }

  /** Where picocli prints pages; they come to the standard output when it flushes. */
  static PrintWriter output(Console console) {
    return new PrintWriter(new HelpPages(console));
  }

  @Override
  public void flush() {
    console.print(folded(toString(), console));
    getBuffer().setLength(0);
  }

  /** A page with lines that fit. */
  static String folded(String page, Console console) {
    int columns = console.facts().columns();
    if (columns >= NARROWEST) {
      return page;
    }
    return page.lines()
        .flatMap(line -> folded(line, columns).stream())
        .map(line -> line + "\n")
        .collect(Collectors.joining());
  }

  private static List<String> folded(String line, int columns) {
    int indentation = line.length() - line.stripLeading().length();
    boolean fits = line.length() <= columns;
    String begun =
        fits || indentation <= HANGING ? line : " ".repeat(HANGING) + line.stripLeading();
    return FoldedText.of(begun, columns, indentation == 0 ? 0 : HANGING);
  }
}
