package dev.stateline.cli.compare;

import dev.stateline.application.compare.DifferenceSummary;
import dev.stateline.application.compare.DifferenceSummary.Part;
import dev.stateline.cli.output.Column;
import dev.stateline.cli.output.DocumentCell;
import dev.stateline.domain.document.Difference;
import dev.stateline.domain.document.Difference.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The columns of differences, and sentences about them. */
final class DifferenceTable {

  /** How many differences a table shows without {@code --limit}. */
  static final int SHOWN = 50;

  /** How many parts a sentence names, and a table of a summary shows without {@code --limit}. */
  static final int PARTS_NAMED = 8;

  private DifferenceTable() {}

  /**
   * The columns of rows that hold a difference.
   *
   * @param shown those that will be printed; what none of them needs is left out of tables
   */
  static <T> List<Column<T>> columns(
      Function<T, Difference> difference, List<Difference> shown, String before, String after) {
    List<Column<T>> columns = new ArrayList<>();
    columns.add(Column.of("change", row -> word(difference.apply(row).kind())));
    columns.add(Column.of("path", row -> difference.apply(row).path()));
    boolean moved = shown.stream().anyMatch(Difference::isElsewhere);
    Column.Value<T> pathBefore = row -> difference.apply(row).pathBefore();
    columns.add(
        moved
            ? Column.of("path_before", pathBefore).headed("path before")
            : Column.hidden("path_before", pathBefore));
    columns.add(
        Column.<T>of("before", row -> difference.apply(row).before())
            .headed(before)
            .shownAs(DocumentCell::shortened));
    columns.add(
        Column.<T>of("after", row -> difference.apply(row).after())
            .headed(after)
            .shownAs(DocumentCell::shortened));
    return columns;
  }

  /** The columns of how many differences there are in each part, by kind. */
  static List<Column<Part>> summaryColumns() {
    List<Column<Part>> columns = new ArrayList<>();
    columns.add(Column.<Part>of("path", Part::path).shownAs(path -> place((String) path)));
    columns.add(Column.of("differences", Part::total));
    for (Kind kind : Kind.values()) {
      columns.add(Column.of(word(kind), part -> part.of(kind)));
    }
    return columns;
  }

  /**
   * The number of differences by kind and by part, for example {@code 3 differences: 1 added, 2
   * changed; under /nations 2, /year 1}; only the parts that have the most are named.
   */
  static String summary(List<Difference> differences, String path) {
    DifferenceSummary summary = DifferenceSummary.of(differences, path);
    int more = summary.parts().size() - PARTS_NAMED;
    return byKind(summary)
        + "; under "
        + summary.parts().stream()
            .limit(PARTS_NAMED)
            .map(part -> place(part.path()) + " " + part.total())
            .collect(Collectors.joining(", "))
        + (more > 0 ? " and " + more + " more places" : "");
  }

  /** The number of differences by kind, for example {@code 3 differences: 1 added, 2 changed}. */
  static String byKind(DifferenceSummary summary) {
    Map<Kind, Integer> byKind = summary.byKind();
    return counted(byKind.values().stream().mapToInt(Integer::intValue).sum())
        + ": "
        + byKind.entrySet().stream()
            .map(entry -> entry.getValue() + " " + word(entry.getKey()))
            .collect(Collectors.joining(", "));
  }

  /** The end of a sentence about what a limit keeps out; empty if that is nothing. */
  static String rest(int all, int shown, String what) {
    return shown < all
        ? "; " + (all - shown) + " of " + what + " are not shown, --limit shows more, -o json all"
        : "";
  }

  static String word(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT);
  }

  private static String counted(int number) {
    return number + (number == 1 ? " difference" : " differences");
  }

  private static String place(String path) {
    return path.isEmpty() ? "the whole" : path;
  }
}
