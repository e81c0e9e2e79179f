package dev.stateline.cli.compare;

import dev.stateline.application.compare.Aspect;
import dev.stateline.application.compare.ComparedRun;
import dev.stateline.application.compare.RunComparison;
import dev.stateline.cli.output.Column;
import dev.stateline.cli.output.OutputFormat;
import dev.stateline.cli.output.Rows;
import dev.stateline.cli.terminal.Console;
import dev.stateline.domain.document.Difference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Prints the comparisons of runs with the first of them. */
final class ComparisonReport {

  /** A difference, and the aspect of the turn that it is in. */
  record Row(Aspect aspect, Difference difference) {}

  /** How many paths of each aspect a table shows without {@code --limit}. */
  static final int SHOWN = 10;

  private final Console console;
  private final List<List<ComparedRun>> groups;
  private final List<ComparedRun> runs;
  private final List<RunComparison> comparisons;

  /**
   * @param runs all of them, the one that the others were compared with first
   * @param comparisons one for each other run, in the same order
   */
  ComparisonReport(
      Console console,
      List<List<ComparedRun>> groups,
      List<ComparedRun> runs,
      List<RunComparison> comparisons) {
    this.console = console;
    this.groups = groups;
    this.runs = runs;
    this.comparisons = comparisons;
  }

  /** The runs' names; a name that comes again has the run's place behind it. */
  List<String> labels() {
    return IntStream.range(0, runs.size()).mapToObj(this::label).toList();
  }

  void print(OutputFormat format, int limit) {
    Rows.print(console, format, columns(), comparisons);
    if (format == OutputFormat.TABLE) {
      for (int i = 0; i < comparisons.size(); i++) {
        printPaths(comparisons.get(i), label(i + 1), limit);
      }
    }
  }

  /** Prints a sentence for each comparison to the error stream. */
  void note() {
    for (int i = 0; i < comparisons.size(); i++) {
      console.note(ComparisonSentence.of(comparisons.get(i), label(0), label(i + 1)));
    }
    if (runs.size() > 2) {
      console.note(
          "As far as all of them go, these are equal: "
              + groups.stream().map(this::names).collect(Collectors.joining("; "))
              + ".");
    }
  }

  private void printPaths(RunComparison comparison, String label, int limit) {
    List<Row> rows = rows(comparison, Integer.MAX_VALUE);
    if (!rows.isEmpty()) {
      List<Row> shown = rows(comparison, limit);
      List<Column<Row>> columns = new ArrayList<>();
      columns.add(Column.of("in", row -> DifferenceTable.word(row.aspect())));
      columns.addAll(
          DifferenceTable.columns(
              Row::difference, shown.stream().map(Row::difference).toList(), label(0), label));
      console.println("");
      Rows.print(console, OutputFormat.TABLE, columns, shown);
      if (shown.size() < rows.size()) {
        console.note(
            rows.size() - shown.size() + " more paths differ; --limit shows more, -o json all.");
      }
    }
  }

  /** The differences of a comparison, of each aspect at most so many. */
  private static List<Row> rows(RunComparison comparison, int limit) {
    return comparison.divergence().stream()
        .flatMap(divergence -> divergence.differences().entrySet().stream())
        .flatMap(
            entry -> entry.getValue().stream().limit(limit).map(d -> new Row(entry.getKey(), d)))
        .toList();
  }

  private List<Column<RunComparison>> columns() {
    Column.Value<RunComparison> group = c -> groupOf(c.run());
    return List.of(
        Column.<RunComparison>of("name", c -> c.run().simulation().name()).headed("run"),
        Column.of("relation", c -> DifferenceTable.word(c.relation())),
        Column.<RunComparison>of("turn_number", c -> c.divergence().map(d -> d.turn().value()))
            .headed("parts at turn"),
        Column.<RunComparison>of("aspects", c -> c.divergence().map(ListDocument::ofAspects))
            .headed("in")
            .shownAs(ListDocument::words),
        Column.<RunComparison>of("provenance", c -> c.divergence().map(ListDocument::ofProvenance))
            .headed("provenance differs")
            .shownAs(ListDocument::words),
        Column.<RunComparison>hidden(
            "interventions", c -> c.divergence().map(ListDocument::ofInterventions)),
        Column.<RunComparison>of("compared_to", c -> c.comparedTo().value())
            .headed("compared to turn"),
        runs.size() > 2 ? Column.of("group", group) : Column.hidden("group", group),
        Column.hidden("simulation_id", c -> c.run().simulation().id()),
        Column.hidden("differences", c -> ListDocument.ofDifferences(rows(c, Integer.MAX_VALUE))));
  }

  /** The number of a run's group, from 1; the first run is in group 1. */
  private int groupOf(ComparedRun run) {
    return IntStream.range(0, groups.size())
            .filter(i -> groups.get(i).contains(run))
            .findFirst()
            .orElseThrow()
        + 1;
  }

  private String names(List<ComparedRun> group) {
    return group.stream().map(run -> label(runs.indexOf(run))).collect(Collectors.joining(", "));
  }

  private String label(int index) {
    String name = runs.get(index).simulation().name().toString();
    Optional<ComparedRun> same =
        runs.stream()
            .limit(index)
            .filter(run -> run.simulation().name().toString().equals(name))
            .findFirst();
    return same.isPresent() ? name + " (" + (index + 1) + ")" : name;
  }
}
