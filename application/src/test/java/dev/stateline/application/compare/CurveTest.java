package dev.stateline.application.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stateline.application.compare.Ledgers.Twist;
import dev.stateline.codec.JacksonDocumentTools;
import dev.stateline.domain.document.Document;
import dev.stateline.domain.error.InvalidInputException;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.time.TurnRange;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CurveTest {

  private final Ledgers ledgers = new Ledgers();
  private final ComparedRun first = ledgers.run("first", 6);
  private final ComparedRun second = ledgers.run("second", 4, Twist.STATE, 3);

  @AfterEach
  void close() {
    ledgers.close();
  }

  private Curve curve(ComparedRun... others) {
    return new Curve(
        new JacksonDocumentTools(),
        first,
        Stream.of(others)
            .map(run -> ledgers.comparer.compare(first, run, Optional.empty()))
            .toList());
  }

  private static TurnRange turns(int from, int to) {
    return new TurnRange(new TurnNumber(from), new TurnNumber(to));
  }

  private static String line(CurvePoint point) {
    return point.turn()
        + " "
        + point.pointer()
        + " "
        + point.values().stream().map(v -> v.map(Document::text).orElse("-")).toList()
        + " "
        + point.difference(1).map(String::valueOf).orElse("-")
        + " "
        + point.relativeDifference(1).map(String::valueOf).orElse("-");
  }

  @Test
  void a_point_has_the_values_of_all_runs_and_how_far_they_are_apart() {
    assertThat(curve(second).points(List.of("/balance"), TurnRange.ALL, 1).map(CurveTest::line))
        .containsExactly(
            "0 /balance [0, 0] 0.0 -",
            "1 /balance [10, 10] 0.0 0.0",
            "2 /balance [20, 20] 0.0 0.0",
            "3 /balance [30, 35] 5.0 0.16666666666666666",
            "4 /balance [40, 45] 5.0 0.125",
            "5 /balance [50, -] - -",
            "6 /balance [60, -] - -");
  }

  @Test
  void turns_can_be_left_out_and_what_is_no_number_has_no_difference() {
    assertThat(
            curve(second)
                .points(List.of("/owner", "/nothing"), turns(1, 100), 4)
                .map(CurveTest::line))
        .containsExactly(
            "1 /owner [\"anna\", \"anna\"] - -",
            "1 /nothing [-, -] - -",
            "5 /owner [\"anna\", -] - -",
            "5 /nothing [-, -] - -");
    assertThat(curve(second).points(List.of("/owner"), turns(7, 9), 1)).isEmpty();
    assertThat(
            curve(second)
                .points(List.of("/owner"), TurnRange.ALL, Integer.MAX_VALUE)
                .map(point -> point.turn().value()))
        .containsExactly(0);
  }

  @Test
  void turns_that_a_run_shares_with_the_first_are_read_once() {
    Curve curve = curve(second);
    ledgers.reads.forget();

    assertThat(curve.points(List.of("/balance", "/owner"), turns(1, 4), 1)).hasSize(8);
    assertThat(ledgers.reads.states).containsExactly(1, 2, 3, 3, 4, 4);
  }

  @Test
  void points_are_read_as_they_are_asked_for() {
    Curve curve = curve(second);
    ledgers.reads.forget();

    curve.points(List.of("/balance"), TurnRange.ALL, 1).iterator().next();

    assertThat(ledgers.reads.states).containsExactly(0);
  }

  @Test
  void a_text_that_is_no_pointer_is_refused() {
    assertThatThrownBy(() -> curve(second).points(List.of("balance"), TurnRange.ALL, 1).toList())
        .isInstanceOf(InvalidInputException.class);
  }
}
