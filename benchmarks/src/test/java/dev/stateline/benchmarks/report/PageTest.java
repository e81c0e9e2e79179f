package dev.stateline.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stateline.benchmarks.measure.Measure;
import dev.stateline.benchmarks.measure.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageTest {

  private static final Machine MACHINE = new Machine(2, "a JDK", "a system", "3", "", "a plan");

  @TempDir Path folder;

  @Test
  void a_value_stands_with_its_ratio_to_the_naive_store() {
    String table =
        tables(
            row("W1-8", "stateline", Measure.SCAN, 300.0),
            row("W1-8", "naive", Measure.SCAN, 50.0),
            row("W1-8", "naive + SHA-256", Measure.SCAN, 100.0));

    assertThat(table).contains("| scan, turns/s | 300 (3.00 ×) | 50 (0.50 ×) | 100 |");
  }

  @Test
  void where_the_naive_store_takes_no_part_the_first_column_is_compared_with() {
    String table =
        tables(
            row("W5-2, growing", "100 turns", Measure.OPEN, 20.0),
            row("W5-2, growing", "1,000 turns", Measure.OPEN, 30.0));

    assertThat(table)
        .contains("### W5-2, growing on sqlite\n")
        .contains("| | 100 turns | 1,000 turns |")
        .contains("| open and read the head, µs | 20 | 30 (1.50 ×) |");
  }

  @Test
  void what_is_a_ratio_is_shown_as_one() {
    String table = tables(row("W5-2, growing", "100 turns", Measure.OPEN_AGAINST_SHORT, 1.234));

    assertThat(table).contains("| how many times as long that is, × | 1.23 × |");
  }

  @Test
  void sizes_are_not_compared() {
    String table =
        tables(
            row("W5-2, growing", "100 turns", Measure.MADE, 1.0),
            row("W5-2, growing", "1,000 turns", Measure.MADE, 12.0));

    assertThat(table).contains("| made in, s | 1.0 | 12 |");
  }

  @Test
  void it_is_said_where_a_simulation_that_was_moved_loses() throws IOException {
    Path file = folder.resolve("page.md");

    page(
            row("W1-8, forked and transferred", "stateline", Measure.SCAN, 80.0),
            row("W1-8, forked and transferred", "stateline, forked", Measure.SCAN, 20.0),
            row("W1-8, forked and transferred", "naive", Measure.SCAN, 40.0))
        .write(file);

    assertThat(Files.readString(file))
        .contains(
            "## Where Stateline loses\n\n"
                + "- W1-8, forked and transferred on sqlite (stateline, forked): scan (1/2.0)\n\n");
  }

  @Test
  void nothing_is_compared_with_nothing() {
    String table =
        tables(
            row("W1-80, small heap", "-Xmx8m", Measure.SCAN, 0.0),
            row("W1-80, small heap", "-Xmx64m", Measure.SCAN, 500.0));

    assertThat(table).contains("| scan, turns/s | 0 | 500 |");
  }

  @Test
  void the_page_says_how_to_read_the_tables_that_it_has() throws IOException {
    Path file = folder.resolve("page.md");

    page(row("W1-8", "naive", Measure.SCAN, 50.0)).write(file);
    assertThat(Files.readString(file)).doesNotContain("Tables named");

    page(row("W5-2, growing", "100 turns", Measure.OPEN, 20.0)).write(file);
    assertThat(Files.readString(file)).contains("- Tables named \"growing\": one history");
    assertThat(folder.resolve("images/performance.svg")).isNotEmptyFile();
  }

  @Test
  void a_page_is_made_of_several_runs() throws IOException {
    Measured races = new Measured(MACHINE, List.of(row("W1-8", "naive", Measure.SCAN, 50.0)));
    Measured growth =
        new Measured(MACHINE, List.of(row("W5-2, growing", "100 turns", Measure.OPEN, 20.0)));
    races.write(folder.resolve("races.json"));
    growth.write(folder.resolve("growth.json"));

    Measured both =
        Measured.read(List.of(folder.resolve("races.json"), folder.resolve("growth.json")));

    assertThat(both.machine()).isEqualTo(MACHINE);
    assertThat(both.rows()).extracting(Row::workload).containsExactly("W1-8", "W5-2, growing");
  }

  private static Row row(String workload, String contender, Measure measure, double value) {
    return new Row(workload, "sqlite", contender, measure, List.of(value));
  }

  private static String tables(Row... rows) {
    return page(rows).tables();
  }

  private static Page page(Row... rows) {
    return new Page(new Measured(MACHINE, List.of(rows)), Optional.empty());
  }
}
