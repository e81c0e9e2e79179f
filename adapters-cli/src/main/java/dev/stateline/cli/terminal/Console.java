package dev.stateline.cli.terminal;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;

/**
 * The three standard streams, always in UTF-8: data goes to the output, everything else to the
 * error stream. Notes may come from any thread; the rest belongs to one.
 */
public final class Console {

  private static final int LONGEST_NOTE = 2000;
  private static final String CLEAR_LINE = "\r\u001b[K";

  private final InputStream input;
  private final BufferedReader in;
  private final Writer out;
  private final PrintStream err;
  private final TerminalFacts facts;

  public Console(InputStream in, OutputStream out, OutputStream err, TerminalFacts facts) {
    this.input = Objects.requireNonNull(in, "in");
    this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    this.err = new PrintStream(err, true, StandardCharsets.UTF_8);
    this.facts = Objects.requireNonNull(facts, "facts");
  }

  public TerminalFacts facts() {
    return facts;
  }

  /** The standard output; whoever writes to it sees to it that the text is printable. */
  public Writer out() {
    return out;
  }

  /**
   * Writes data as it is.
   *
   * @throws UncheckedIOException if nobody reads it any more, or it cannot be written
   */
  public void print(String text) {
    try {
      out.write(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As {@link #print}, with a line's end. */
  public void println(String text) {
    print(text + "\n");
  }

  /**
   * @throws UncheckedIOException if nobody reads it any more, or it cannot be written
   */
  public void flush() {
    try {
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Tells a person something, on one line of the error stream; made printable and shortened. */
  public void note(String text) {
    err.print((drawsOnError() ? CLEAR_LINE : "") + folded(PrintableText.of(text, LONGEST_NOTE)));
    err.flush();
  }

  /** A command that is proposed begins with spaces, and stays on one line, to be copied. */
  private String folded(String text) {
    return facts.error() && !text.startsWith(" ")
        ? String.join("\n", FoldedText.of(text, facts.columns(), 0)) + "\n"
        : text + "\n";
  }

  /** Writes to the error stream as it is: help, stack traces, a progress bar. */
  public PrintStream err() {
    return err;
  }

  /**
   * The standard input as it is, up to a number of bytes; nothing may be asked after that.
   *
   * @throws UncheckedIOException if it cannot be read
   */
  public byte[] read(int limit) {
    try {
      return input.readNBytes(limit);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Whether the error stream's line may be drawn anew: on a terminal, and not by a program in the
   * background, which would draw over what is typed there.
   */
  boolean drawsOnError() {
    return facts.error() && facts.foreground().getAsBoolean();
  }

  /** Whether somebody is there to be asked. */
  public boolean canAsk() {
    return facts.input() && facts.error();
  }

  /** Asks; only {@code y} and {@code yes} agree. */
  public boolean confirms(String question) {
    err.print(PrintableText.of(question, LONGEST_NOTE) + " [y/N] ");
    err.flush();
    try {
      String answer = in.readLine();
      return answer != null && answer.strip().toLowerCase(Locale.ROOT).matches("y|yes");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Colours for the standard output. */
  public Style style() {
    return facts.output() && facts.colour() ? Style.COLOURED : Style.PLAIN;
  }
}
