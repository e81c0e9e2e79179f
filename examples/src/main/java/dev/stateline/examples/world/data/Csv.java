package dev.stateline.examples.world.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Reads the bundled tables: comma-separated, one header line, no quotes and no commas in a cell.
 */
public final class Csv {

  private static final String FOLDER = "/dev/stateline/examples/world/";

  private Csv() {}

  /** The rows below the header, each with as many cells as the header has. */
  static List<String[]> rows(String resource) {
    List<String> lines = lines(resource);
    int columns = cells(lines.get(0)).length;
    List<String[]> rows = lines.stream().skip(1).map(Csv::cells).toList();
    for (String[] row : rows) {
      if (row.length != columns) {
        throw new IllegalStateException(
            resource + " has a row of " + row.length + " cells instead of " + columns);
      }
    }
    return rows;
  }

  /** The whole text of a resource of this example. */
  public static String text(String resource) {
    return String.join("\n", lines(resource)) + "\n";
  }

  private static String[] cells(String line) {
    return line.split(",", -1);
  }

  private static List<String> lines(String resource) {
    InputStream in = Csv.class.getResourceAsStream(FOLDER + resource);
    if (in == null) {
      throw new IllegalStateException("the resource " + resource + " is missing from the jar");
    }
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return reader.lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
