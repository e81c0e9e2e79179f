package dev.stateline.cli.terminal;

import java.util.function.BooleanSupplier;

/**
 * What is known of the three standard streams.
 *
 * @param input whether a person can answer on the standard input
 * @param output whether the standard output is a terminal
 * @param error whether the standard error stream is a terminal
 * @param columns the terminal's width, 20 or more
 * @param colour whether colours are wanted where there is a terminal
 * @param unicode whether the output shows more than ASCII, as files and pipes always do
 * @param foreground whether the terminal is this program's now; another's once it was put into the
 *     background
 */
public record TerminalFacts(
    boolean input,
    boolean output,
    boolean error,
    int columns,
    boolean colour,
    boolean unicode,
    BooleanSupplier foreground) {

  /** No terminal at all. */
  public static final TerminalFacts NONE = new TerminalFacts(false, false, false, 80, false, true);

  /** In the foreground for good. */
  public TerminalFacts(
      boolean input, boolean output, boolean error, int columns, boolean colour, boolean unicode) {
    this(input, output, error, columns, colour, unicode, () -> true);
  }

  public TerminalFacts {
    columns = Math.max(20, columns);
  }
}
