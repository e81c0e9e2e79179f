package dev.stateline.application.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stateline.application.compare.Ledgers.Twist;
import dev.stateline.application.compare.RunComparison.Relation;
import dev.stateline.domain.document.Difference;
import dev.stateline.domain.document.Document;
import dev.stateline.domain.time.TurnNumber;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunComparerTest {

  private final Ledgers ledgers = new Ledgers();

  @AfterEach
  void close() {
    ledgers.close();
  }

  @Test
  void two_runs_of_10000_turns_are_compared_with_at_most_40_chain_hashes_and_one_turn() {
    int parting = 1 + new Random().nextInt(10_000);
    ComparedRun first = ledgers.run("first", 10_000);
    ComparedRun second = ledgers.run("second", 10_000, Twist.STATE, parting);
    ledgers.reads.forget();

    assertThat(ledgers.parting(first, second)).contains(parting);

    assertThat(ledgers.reads.rows).isPositive().isLessThanOrEqualTo(40);
    assertThat(ledgers.reads.states).containsExactly(parting, parting);
    assertThat(ledgers.reads.transitions).containsExactly(parting, parting);
  }

  @Test
  void every_turn_at_which_runs_can_part_is_found() {
    ComparedRun first = ledgers.run("first", 17);
    for (int turn = 0; turn <= 17; turn++) {
      ComparedRun other = ledgers.run("parts-" + turn, 17, Twist.STATE, turn);
      assertThat(ledgers.parting(first, other)).contains(turn);
      assertThat(ledgers.parting(other, first)).contains(turn);
    }
  }

  @Test
  void equal_runs_are_equal_without_reading_a_turn() {
    ComparedRun first = ledgers.run("first", 100);
    ComparedRun second = ledgers.run("second", 100);
    ledgers.reads.forget();

    RunComparison comparison = ledgers.comparer.compare(first, second, Optional.empty());

    assertThat(comparison.relation()).isEqualTo(Relation.EQUAL);
    assertThat(comparison.divergence()).isEmpty();
    assertThat(comparison.comparedTo()).isEqualTo(new TurnNumber(100));
    assertThat(ledgers.reads.rows).isZero();
    assertThat(ledgers.reads.states).isEmpty();
  }

  @Test
  void a_run_that_stopped_earlier_is_the_beginning_of_the_other() {
    ComparedRun whole = ledgers.run("whole", 20);
    ComparedRun part = ledgers.run("part", 8);

    assertThat(ledgers.comparer.compare(whole, part, Optional.empty()))
        .extracting(RunComparison::relation, RunComparison::comparedTo)
        .containsExactly(Relation.BEGINNING, new TurnNumber(8));
    assertThat(ledgers.comparer.compare(part, whole, Optional.empty()).relation())
        .isEqualTo(Relation.CONTINUATION);
    assertThat(ledgers.comparer.compare(part, whole, Optional.of(new TurnNumber(8))).relation())
        .isEqualTo(Relation.EQUAL);
  }

  @Test
  void what_lies_after_the_last_turn_asked_for_does_not_count() {
    ComparedRun first = ledgers.run("first", 20);
    ComparedRun second = ledgers.run("second", 20, Twist.OUTCOME, 9);

    assertThat(ledgers.comparer.compare(first, second, Optional.of(new TurnNumber(8))).relation())
        .isEqualTo(Relation.EQUAL);
    assertThat(ledgers.comparer.compare(first, second, Optional.of(new TurnNumber(9))).relation())
        .isEqualTo(Relation.DIVERGED);
  }

  @ParameterizedTest
  @CsvSource({
    "ACTION, ACTIONS, /0/document, 1, 2",
    "OUTCOME, OUTCOMES, /0/document, 1, 2",
    "STATE, STATE, /balance, 70, 75"
  })
  void what_parts_is_told_with_its_paths(
      Twist twist, Aspect aspect, String path, String before, String after) {
    ComparedRun first = ledgers.run("first", 12);
    ComparedRun second = ledgers.run("second", 12, twist, 7);

    Divergence divergence =
        ledgers.comparer.compare(first, second, Optional.empty()).divergence().orElseThrow();

    assertThat(divergence.turn()).isEqualTo(new TurnNumber(7));
    assertThat(divergence.differences()).containsOnlyKeys(aspect);
    assertThat(divergence.differences().get(aspect))
        .containsExactly(Difference.changed(path, path, document(before), document(after)));
    assertThat(divergence.provenance())
        .isEqualTo(twist == Twist.ACTION ? List.of("seed") : List.of());
  }

  @Test
  void runs_that_begin_differently_part_at_turn_0() {
    ComparedRun first = ledgers.run("first", 3);
    ComparedRun second = ledgers.run("second", 3, Twist.STATE, 0);

    Divergence divergence =
        ledgers.comparer.compare(first, second, Optional.empty()).divergence().orElseThrow();

    assertThat(divergence.turn()).isEqualTo(TurnNumber.ZERO);
    assertThat(divergence.differences()).containsOnlyKeys(Aspect.STATE);
  }

  @Test
  void groups_hold_the_runs_that_are_equal_as_far_as_all_of_them_go() {
    ComparedRun a = ledgers.run("a", 10);
    ComparedRun b = ledgers.run("b", 10, Twist.STATE, 4);
    ComparedRun c = ledgers.run("c", 6);
    ComparedRun d = ledgers.run("d", 9, Twist.STATE, 4);
    ComparedRun e = ledgers.run("e", 9, Twist.STATE, 8);

    assertThat(ledgers.comparer.groups(List.of(a, b, c, d, e), Optional.empty()))
        .containsExactly(List.of(a, c, e), List.of(b, d));
    assertThat(ledgers.comparer.groups(List.of(a, b), Optional.of(new TurnNumber(3))))
        .containsExactly(List.of(a, b));
  }

  private static Document document(String json) {
    return Document.ofCanonical(json.getBytes(StandardCharsets.UTF_8));
  }
}
