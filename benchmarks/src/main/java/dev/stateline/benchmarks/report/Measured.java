package dev.stateline.benchmarks.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.stateline.benchmarks.measure.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What was measured in one run, and where. In a file, each line is a JSON object, the machine
 * first.
 */
public record Measured(Machine machine, List<Row> rows) {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  public Measured {
    rows = List.copyOf(rows);
  }

  /** Writes it to a file, which is replaced. */
  public void write(Path file) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add(MAPPER.writeValueAsString(machine));
    for (Row row : rows) {
      lines.add(MAPPER.writeValueAsString(row));
    }
    Files.write(file, lines);
  }

  /**
   * Reads what was written.
   *
   * @param files one at least; the machine is the first one's
   */
  public static Measured read(List<Path> files) throws IOException {
    List<Row> rows = new ArrayList<>();
    for (Path file : files) {
      List<String> lines = Files.readAllLines(file);
      for (String line : lines.subList(1, lines.size())) {
        rows.add(MAPPER.readValue(line, Row.class));
      }
    }
    String first = Files.readAllLines(files.get(0)).get(0);
    return new Measured(MAPPER.readValue(first, Machine.class), rows);
  }
}
