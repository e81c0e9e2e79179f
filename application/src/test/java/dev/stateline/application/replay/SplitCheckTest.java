package dev.stateline.application.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stateline.application.replay.Mismatch.Part;
import dev.stateline.application.replay.SplitReport.Between;
import dev.stateline.application.testworld.OddTown;
import dev.stateline.application.testworld.TownRules;
import dev.stateline.domain.error.InvalidInputException;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.spi.EngineProvider;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.turn.Action;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SplitCheckTest {

  private final Recorded recorded = new Recorded();

  @AfterEach
  void close() {
    recorded.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 5, 7})
  void a_run_that_is_closed_at_any_turn_goes_on_the_same(int split) {
    Simulation first = recorded.run(Recorded.TOWN, "first", 8);

    SplitReport report = recorded.split(first, split, Recorded.TOWN);

    assertThat(report.isEqual()).isTrue();
    assertThat(recorded.progress).isEqualTo(IntStream.rangeClosed(0, 8).boxed().toList());
  }

  @Test
  void an_engine_that_keeps_something_between_turns_is_caught_after_the_split() {
    EngineProvider counting = new OddTown(OddTown::counting);
    Simulation first = recorded.run(counting, "first", 8);

    SplitReport report = recorded.split(first, 5, counting);

    assertThat(report.differingTurn()).contains(new TurnNumber(6));
    assertThat(report.between()).contains(Between.UNBROKEN_AND_SPLIT);
    assertThat(report.mismatches()).extracting(Mismatch::path).containsExactly("/wealth");
  }

  @Test
  void an_engine_that_reads_a_clock_is_caught_at_once() {
    AtomicLong clock = new AtomicLong();
    EngineProvider late = new OddTown(() -> OddTown.adding(clock::getAndIncrement));
    Simulation first = recorded.run(late, "first", 8);

    SplitReport report = recorded.split(first, 5, late);

    assertThat(report.differingTurn()).contains(new TurnNumber(1));
    assertThat(report.between()).contains(Between.UNBROKEN_AND_SPLIT);
  }

  @Test
  void a_record_of_other_rules_differs_from_the_unbroken_run() {
    Simulation first = recorded.run(Recorded.TOWN, "first", 8);

    SplitReport report = recorded.split(first, 5, new OddTown(() -> OddTown.adding(() -> 1)));

    assertThat(report.differingTurn()).contains(new TurnNumber(1));
    assertThat(report.between()).contains(Between.RECORDED_AND_UNBROKEN);
  }

  @Test
  void actions_that_are_not_given_again_are_named_as_such() {
    AtomicLong mood = new AtomicLong();
    EngineProvider moody =
        new OddTown(
            () -> TownRules::processTurn,
            (town, context) ->
                List.of(
                    new Action(
                        "mayor",
                        "tax",
                        TownRules.document(Long.toString(mood.getAndIncrement())))));
    Simulation first = recorded.run(moody, "first", 8);

    SplitReport report = recorded.split(first, 5, moody);

    assertThat(report.mismatches().get(0).part()).isEqualTo(Part.ACTIONS);
    assertThat(report.mismatches().get(0).path()).isEqualTo("/0/document");
  }

  @Test
  void interventions_and_seeds_of_forks_are_those_of_the_record() {
    Simulation first = recorded.run(Recorded.TOWN, "first", 5);
    Simulation rich =
        recorded.fork(
            first,
            3,
            "rich",
            Optional.of("[{\"op\":\"replace\",\"path\":\"/wealth\",\"value\":1000}]"),
            null);
    Simulation lucky = recorded.fork(rich, 3, "lucky", Optional.empty(), 99L);
    lucky = recorded.resume(Recorded.TOWN, lucky, 8);

    assertThat(recorded.split(lucky, 4, Recorded.TOWN).isEqual()).isTrue();
  }

  @Test
  void a_split_that_does_not_lie_before_the_last_turn_is_refused() {
    Simulation first = recorded.run(Recorded.TOWN, "first", 8);

    assertThatThrownBy(() -> recorded.split(first, 8, Recorded.TOWN))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("give a turn before 8");
  }
}
