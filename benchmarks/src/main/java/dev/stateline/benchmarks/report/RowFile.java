package dev.stateline.benchmarks.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.stateline.benchmarks.measure.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Rows as lines of JSON, to be compared with later ones. */
public final class RowFile {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private RowFile() {}

  public static void write(Path file, List<Row> rows) throws IOException {
    List<String> lines = new ArrayList<>();
    for (Row row : rows) {
      lines.add(MAPPER.writeValueAsString(row));
    }
    Files.write(file, lines);
  }

  public static List<Row> read(Path file) throws IOException {
    List<Row> rows = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      rows.add(MAPPER.readValue(line, Row.class));
    }
    return rows;
  }
}
