package dev.stateline.cli.output;

import dev.stateline.cli.terminal.Console;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Prints rows of data as they come; not all of them are ever in memory. */
public final class Rows {

  private Rows() {}

  /**
   * Prints all rows. When one of them cannot be had, what is printed so far stays unfinished, so
   * that nobody takes it for the whole.
   *
   * @throws UncheckedIOException if the output cannot be written
   */
  public static <T> void print(
      Console console, OutputFormat format, List<Column<T>> columns, Iterable<T> rows) {
    try {
      switch (format) {
        case TABLE -> new TableOutput<>(console, columns).print(rows);
        case JSON -> JsonOutput.print(console.out(), columns, rows);
        case CSV -> CsvOutput.print(console.out(), columns, rows);
      }
      console.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
