package dev.stateline.benchmarks.report;

import dev.stateline.benchmarks.measure.Measure;
import dev.stateline.benchmarks.measure.Part;
import dev.stateline.benchmarks.store.Contenders;
import dev.stateline.benchmarks.workload.Workload;
import dev.stateline.benchmarks.workload.Workloads;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** The page about speed and size, with its chart. */
public final class Page {

  private static final String INTRODUCTION =
      """
      # Speed and size

      What a turn costs in Stateline, beside twenty lines of SQL that store the whole state as JSON with its transition
      (`naive`), and beside libraries that keep histories. `scripts/benchmark` measured this and wrote the page.

      - Typed states go in, and a turn counts when it is durable: SQLite with `synchronous=FULL`, PostgreSQL with `fsync`,
        `full_page_writes` and `synchronous_commit` on. Actions and outcomes are written with each state.
      - All do the same by turns, in one run. A value is the median of the rounds; in brackets is the median of the rounds'
        ratios to `naive`, whose reads are checked by SHA-256 too where there is such a column, or to the first column where
        `naive` takes no part. Every read of Stateline's is checked.
      - "Fresh connections": the store was closed and opened again, so that nothing is remembered but by the operating system
        and the server. It is the same process; the first read after opening is not counted.
      - Disk is what is allocated: the file after a checkpoint, or all tables and indexes after a vacuum.
      """;

  private final Measured measured;
  private final List<RaceRows> races;
  private final List<RaceRows> earlier;

  /**
   * @param before an earlier run to be shown beside
   */
  public Page(Measured measured, Optional<Measured> before) {
    this.measured = measured;
    this.races = RaceRows.of(measured.rows());
    this.earlier = before.map(run -> RaceRows.of(run.rows())).orElse(List.of());
  }

  /** Writes the page, and its chart into the folder {@code images} beside it. */
  public void write(Path file) throws IOException {
    Path images = file.toAbsolutePath().getParent().resolve("images");
    Files.createDirectories(images);
    Files.writeString(images.resolve("performance.svg"), new Chart(charted()).svg());
    Files.writeString(
        file,
        INTRODUCTION
            + notes()
            + "\nMeasured on: "
            + measured.machine().sentence()
            + "\n\n![Stateline against the naive store](images/performance.svg)\n"
            + "\n| workload | |\n|---|---|\n"
            + workloads()
            + "\n## Where Stateline loses\n\n"
            + losses()
            + "\n## All figures\n\n"
            + tables());
  }

  private String notes() {
    return races.stream().map(race -> race.part().note()).distinct().collect(Collectors.joining());
  }

  /** The first workload, at its sizes: all of them would fill many screens. */
  private List<RaceRows> charted() {
    return races.stream()
        .filter(race -> race.part() == Part.RACES)
        .filter(race -> race.title().startsWith("W1") && !race.title().endsWith("memory"))
        .toList();
  }

  private String workloads() {
    return Workloads.all().stream().map(Page::line).collect(Collectors.joining());
  }

  private static String line(Workload<?> workload) {
    return "| " + workload.name() + " | " + workload.description() + " |\n";
  }

  private String losses() {
    StringBuilder lines = new StringBuilder();
    for (RaceRows race : races) {
      for (String column : race.contenders()) {
        String lost = column.startsWith(Contenders.MEASURED) ? losses(race, column) : "";
        if (!lost.isEmpty()) {
          String which = column.equals(Contenders.MEASURED) ? "" : " (" + column + ")";
          lines.append("- ").append(race.title()).append(which).append(": ");
          lines.append(lost).append('\n');
        }
      }
    }
    return lines.isEmpty() ? "Nowhere in this run.\n" : lines.toString();
  }

  private static String losses(RaceRows race, String column) {
    return Arrays.stream(Measure.values())
        .filter(measure -> isLost(race.gain(measure, column)))
        .map(measure -> measure.label() + " " + loss(race, measure, column))
        .collect(Collectors.joining("; "));
  }

  private static boolean isLost(OptionalDouble gain) {
    return gain.isPresent() && gain.getAsDouble() < 1;
  }

  private static String loss(RaceRows race, Measure measure, String column) {
    double gain = race.gain(measure, column).orElseThrow();
    return String.format(Locale.ROOT, "(1/%.1f)", 1 / gain);
  }

  /** A table for each workload on each kind of database. */
  public String tables() {
    StringBuilder text = new StringBuilder();
    for (RaceRows race : races) {
      Optional<RaceRows> before =
          earlier.stream().filter(each -> each.title().equals(race.title())).findFirst();
      text.append("### ").append(race.title()).append("\n\n");
      text.append(new Table(race, before).markdown()).append('\n');
    }
    return text.toString().stripTrailing() + "\n";
  }
}
