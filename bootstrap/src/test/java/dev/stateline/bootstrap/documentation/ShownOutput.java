package dev.stateline.bootstrap.documentation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The output of a command as a page shows it; a line of three dots stands for any lines. */
final class ShownOutput {

  private static final String LEFT_OUT = "...";

  private final List<String> lines;
  private final List<ShownLine> patterns = new ArrayList<>();

  ShownOutput(List<String> lines, Collection<String> varying) {
    this.lines = lines;
    int columnOfTimes = -1;
    for (String line : lines) {
      if (line.matches("turn .* ms( .*)?")) {
        columnOfTimes = line.indexOf(" ms") + " ms".length();
      }
      patterns.add(new ShownLine(line, columnOfTimes, varying));
    }
  }

  /** Whether a run printed this; then what its words stand for is known. */
  boolean accepts(List<String> actual, Words words) {
    int at = 0;
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).equals(LEFT_OUT)) {
        if (i == lines.size() - 1) {
          return true;
        }
        while (at < actual.size() && !patterns.get(i + 1).resembles(actual.get(at))) {
          at++;
        }
      } else if (at == actual.size() || !patterns.get(i).accepts(actual.get(at), words)) {
        return false;
      } else {
        at++;
      }
    }
    return at == actual.size();
  }

  /**
   * The lines of both: {@code -} stands before those of the page only, {@code +} of the run only.
   */
  String difference(List<String> actual) {
    int[][] common = new int[lines.size() + 1][actual.size() + 1];
    for (int i = lines.size() - 1; i >= 0; i--) {
      for (int j = actual.size() - 1; j >= 0; j--) {
        common[i][j] =
            patterns.get(i).resembles(actual.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    StringBuilder text = new StringBuilder();
    if (common[0][0] == lines.size() && lines.size() == actual.size()) {
      text.append("(an id, or a word that varies, stands for another one than further up)\n");
    }
    int i = 0;
    int j = 0;
    while (i < lines.size() || j < actual.size()) {
      if (i < lines.size() && j < actual.size() && patterns.get(i).resembles(actual.get(j))) {
        text.append("    ").append(actual.get(j)).append('\n');
        i++;
        j++;
      } else if (j == actual.size() || (i < lines.size() && common[i + 1][j] >= common[i][j + 1])) {
        text.append("  - ").append(lines.get(i)).append('\n');
        i++;
      } else {
        text.append("  + ").append(actual.get(j)).append('\n');
        j++;
      }
    }
    return text.toString();
  }
}
