package dev.stateline.benchmarks.report;

import dev.stateline.benchmarks.measure.Measure;
import dev.stateline.benchmarks.store.Contenders;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * How many times better or worse than the store written by hand, as an SVG of bars on a scale of
 * powers of two: to the right is better.
 */
final class Chart {

  private static final List<Measure> SHOWN =
      List.of(
          Measure.APPEND, Measure.READ_COLD, Measure.SCAN, Measure.DISK, Measure.WAL, Measure.FORK);
  private static final int WIDTH = 760;
  private static final int MIDDLE = 500;
  private static final int DOUBLING = 36;
  private static final int LINE = 20;
  private static final int FURTHEST = 6;

  private final List<RaceRows> races;

  Chart(List<RaceRows> races) {
    this.races = races;
  }

  String svg() {
    StringBuilder bars = new StringBuilder();
    int y = 2 * LINE;
    for (RaceRows race : races) {
      bars.append(text(10, y, "start", race.title(), "bold"));
      y += LINE;
      for (Measure measure : SHOWN) {
        OptionalDouble gain = race.gain(measure, Contenders.MEASURED);
        if (gain.isPresent()) {
          bars.append(text(MIDDLE - FURTHEST * DOUBLING - 10, y, "end", measure.label(), "normal"));
          bars.append(bar(y, gain.getAsDouble()));
          y += LINE;
        }
      }
      y += LINE / 2;
    }
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 "
        + WIDTH
        + " "
        + y
        + "\" font-family=\"sans-serif\" font-size=\"13\">\n"
        + "<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n"
        + text(MIDDLE - 8, LINE, "end", "worse than naive", "normal")
        + text(MIDDLE + 8, LINE, "start", "better", "normal")
        + bars
        + String.format(
            "<line x1=\"%d\" y1=\"8\" x2=\"%d\" y2=\"%d\" stroke=\"#333333\"/>%n",
            MIDDLE, MIDDLE, y - 8)
        + "</svg>\n";
  }

  private static String bar(int y, double gain) {
    double doublings = Math.max(-FURTHEST, Math.min(FURTHEST, Math.log(gain) / Math.log(2)));
    int length = (int) Math.round(Math.abs(doublings) * DOUBLING);
    boolean better = doublings > 0;
    String value =
        String.format(Locale.ROOT, better ? "%.1f ×" : "1/%.1f", better ? gain : 1 / gain);
    return String.format(
            "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"14\" fill=\"%s\"/>%n",
            better ? MIDDLE : MIDDLE - length, y - 11, length, better ? "#2a7f62" : "#b5533c")
        + text(better ? MIDDLE + length + 4 : MIDDLE + 4, y, "start", value, "normal");
  }

  private static String text(int x, int y, String anchor, String content, String weight) {
    return String.format(
        "<text x=\"%d\" y=\"%d\" text-anchor=\"%s\" font-weight=\"%s\" fill=\"#222222\">%s</text>%n",
        x, y, anchor, weight, content);
  }
}
