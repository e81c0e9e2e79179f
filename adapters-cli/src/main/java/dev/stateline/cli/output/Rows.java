package dev.stateline.cli.output;

import dev.stateline.cli.terminal.Console;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;

/** Prints rows of data as they come; not all of them are ever in memory. */
public final class Rows {

  private Rows() {}

  /**
   * Prints all rows. When one of them cannot be had, what is printed so far stays unfinished, so
   * that nobody takes it for the whole.
   *
   * @return the number of rows
   * @throws UncheckedIOException if the output cannot be written
   */
  public static <T> long print(
      Console console, OutputFormat format, List<Column<T>> columns, Iterable<T> rows) {
    Counted<T> counted = new Counted<>(rows);
    try {
      switch (format) {
        case TABLE -> new TableOutput<>(console, columns).print(counted);
        case JSON -> JsonOutput.print(console.out(), columns, counted);
        case CSV -> CsvOutput.print(console.out(), columns, counted);
      }
      console.flush();
      return counted.count;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Counted<T> implements Iterable<T> {

    private final Iterable<T> rows;
    private long count;

    Counted(Iterable<T> rows) {
      this.rows = rows;
    }

    @Override
    public Iterator<T> iterator() {
      Iterator<T> all = rows.iterator();
      return new Iterator<>() {
        @Override
        public boolean hasNext() {
          return all.hasNext();
        }

        @Override
        public T next() {
          count++;
          return all.next();
        }
      };
    }
  }
}
