package dev.stateline.cli.compare;

import dev.stateline.application.compare.CurvePoint;
import dev.stateline.cli.output.Column;
import dev.stateline.cli.output.DocumentCell;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The columns of values by turn, one or more for each run. */
final class CurveTable {

  private CurveTable() {}

  /**
   * @param labels the runs, the one that the others are compared with first
   */
  static List<Column<CurvePoint>> columns(List<String> labels, List<String> paths) {
    List<Column<CurvePoint>> columns = new ArrayList<>();
    columns.add(Column.<CurvePoint>of("turn_number", p -> p.turn().value()).headed("turn"));
    columns.add(
        paths.size() == 1
            ? Column.hidden("path", CurvePoint::pointer)
            : Column.of("path", CurvePoint::pointer));
    for (int i = 0; i < labels.size(); i++) {
      int run = i;
      String number = "_" + (i + 1);
      columns.add(
          Column.<CurvePoint>of("value" + number, p -> p.values().get(run))
              .headed(labels.get(i))
              .inCsv(labels.get(i))
              .shownAs(DocumentCell::shortened));
      if (i > 0) {
        columns.add(
            Column.<CurvePoint>of("difference" + number, p -> p.difference(run))
                .headed("difference")
                .inCsv("difference_" + labels.get(i))
                .shownAs(d -> String.format(Locale.ROOT, "%+.6g", d)));
        columns.add(
            Column.<CurvePoint>of("relative_difference" + number, p -> p.relativeDifference(run))
                .headed("relative")
                .inCsv("relative_difference_" + labels.get(i))
                .shownAs(d -> String.format(Locale.ROOT, "%+.3f %%", 100 * (Double) d)));
      }
    }
    return columns;
  }
}
