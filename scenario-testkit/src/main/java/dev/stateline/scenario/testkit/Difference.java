package dev.stateline.scenario.testkit;

import static org.assertj.core.api.Assertions.fail;

import dev.stateline.domain.turn.TurnLog;
import java.util.List;

/** Tells the first place where two runs, or two documents, part; states are too long to print. */
final class Difference {

  private static final int AROUND = 60;

  private Difference() {}

  static void requireNone(String what, List<ComputedTurn> one, List<ComputedTurn> other) {
    for (int turn = 0; turn < one.size(); turn++) {
      String at = what + " differ at turn " + turn + ", in its ";
      ComputedTurn first = one.get(turn);
      ComputedTurn second = other.get(turn);
      requireNone(
          at + "actions",
          TurnLog.ofActions(first.actions()).text(),
          TurnLog.ofActions(second.actions()).text());
      requireNone(at + "state", first.state().text(), second.state().text());
      requireNone(at + "outcomes", first.outcomes().text(), second.outcomes().text());
      requireNone(
          at + "simulated time",
          first.simulatedTime().toString(),
          second.simulatedTime().toString());
    }
  }

  static void requireNone(String what, String one, String other) {
    if (one.equals(other)) {
      return;
    }
    int place = 0;
    while (place < Math.min(one.length(), other.length())
        && one.charAt(place) == other.charAt(place)) {
      place++;
    }
    fail("%s:%n  %s%n  %s", what, excerpt(one, place), excerpt(other, place));
  }

  private static String excerpt(String text, int place) {
    int from = Math.max(0, place - AROUND);
    int to = Math.min(text.length(), place + AROUND);
    return (from > 0 ? "..." : "") + text.substring(from, to) + (to < text.length() ? "..." : "");
  }
}
