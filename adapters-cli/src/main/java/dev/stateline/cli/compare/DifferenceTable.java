package dev.stateline.cli.compare;

import dev.stateline.application.compare.DifferenceSummary;
import dev.stateline.cli.output.Column;
import dev.stateline.cli.output.DocumentCell;
import dev.stateline.domain.document.Difference;
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

  private static final int PARTS_NAMED = 8;

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

  /**
   * The number of differences by kind and by part, for example {@code 3 differences: 1 added, 2
   * changed; under /nations 2, /year 1}; only the parts that have the most are named.
   */
  static String summary(List<Difference> differences, String path) {
    DifferenceSummary summary = DifferenceSummary.of(differences, path);
    return counted(differences.size())
        + ": "
        + summary.byKind().entrySet().stream()
            .map(entry -> entry.getValue() + " " + word(entry.getKey()))
            .collect(Collectors.joining(", "))
        + "; under "
        + summary.byPart().entrySet().stream()
            .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
            .limit(PARTS_NAMED)
            .map(entry -> place(entry.getKey()) + " " + entry.getValue())
            .collect(Collectors.joining(", "))
        + (summary.byPart().size() > PARTS_NAMED
            ? " and " + (summary.byPart().size() - PARTS_NAMED) + " more places"
            : "");
  }

  /** The end of a sentence about differences that a limit keeps out; empty if there are none. */
  static String rest(int all, int shown) {
    return shown < all
        ? "; " + (all - shown) + " of them are not shown, --limit shows more, -o json all"
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
