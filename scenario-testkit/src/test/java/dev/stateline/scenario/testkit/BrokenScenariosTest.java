package dev.stateline.scenario.testkit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stateline.domain.document.Document;
import dev.stateline.domain.engine.ActionSource;
import dev.stateline.domain.engine.GameEngine;
import dev.stateline.domain.engine.Scenario;
import dev.stateline.domain.engine.TurnResult;
import dev.stateline.domain.port.StateCodec;
import dev.stateline.domain.spi.EngineProvider;
import dev.stateline.domain.turn.Action;
import dev.stateline.domain.turn.Outcome;
import dev.stateline.scenario.testkit.Counting.Count;
import dev.stateline.scenario.testkit.Counting.Steps;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** The kit notices what it is there to notice. */
class BrokenScenariosTest {

  private final AtomicInteger calls = new AtomicInteger();

  private static ScenarioContract over(EngineProvider provider, boolean actsAlike) {
    return new ScenarioContract() {
      @Override
      protected EngineProvider provider() {
        return provider;
      }

      @Override
      protected boolean actsAlikeEachTime() {
        return actsAlike;
      }
    };
  }

  private static EngineProvider opening(Supplier<Scenario<?>> opened) {
    return new Counting() {
      @Override
      public Scenario<?> open(Document parameters) {
        return opened.get();
      }
    };
  }

  private static void notices(ThrowingCallable test, String... words) {
    assertThatThrownBy(test).isInstanceOf(AssertionError.class).hasMessageContainingAll(words);
  }

  private static TurnResult<Count> count(long value) {
    return new TurnResult<>(new Count(value, "counted"), Optional.empty(), List.of());
  }

  private static EngineProvider withEngine(Supplier<GameEngine<Count>> engines) {
    return opening(
        () -> {
          GameEngine<Count> engine = engines.get();
          return new Counting.Run(new Steps(1)) {
            @Override
            public GameEngine<Count> engine() {
              return engine;
            }
          };
        });
  }

  @Test
  void a_counter_that_outlives_the_scenario() {
    ScenarioContract contract =
        over(withEngine(() -> (state, actions, context) -> count(calls.incrementAndGet())), true);

    notices(
        contract::two_runs_of_one_seed_are_equal, "differ at turn 1, in its state", "\"value\"");
  }

  @Test
  void a_counter_inside_the_engine() {
    ScenarioContract contract =
        over(
            withEngine(
                () -> {
                  AtomicInteger own = new AtomicInteger();
                  return (state, actions, context) -> count(own.incrementAndGet());
                }),
            true);

    assertThatCode(contract::two_runs_of_one_seed_are_equal).doesNotThrowAnyException();
    notices(
        contract::a_run_that_is_closed_after_each_turn_equals_one_in_one_go, "differ at turn 2");
    notices(contract::a_turn_does_not_depend_on_what_was_computed_before_it, "differ at turn 1");
  }

  @Test
  void outcomes_that_are_other_ones_each_time() {
    ScenarioContract contract =
        over(
            withEngine(
                () ->
                    (state, actions, context) ->
                        new TurnResult<>(
                            state,
                            Optional.empty(),
                            Collections.nCopies(
                                calls.incrementAndGet(),
                                new Outcome("me", "done", Document.EMPTY_OBJECT)))),
            true);

    notices(contract::two_runs_of_one_seed_are_equal, "differ at turn 1, in its outcomes");
  }

  @Test
  void an_action_source_that_changes_its_mind_unless_that_is_declared() {
    EngineProvider moody =
        opening(
            () ->
                new Counting.Run(new Steps(1)) {
                  @Override
                  public ActionSource<Count> actionSource() {
                    return (state, context) ->
                        Collections.nCopies(
                            calls.incrementAndGet(),
                            new Action("me", "count", Document.EMPTY_OBJECT));
                  }
                });

    notices(over(moody, true)::two_runs_of_one_seed_are_equal, "differ at turn 1, in its actions");
    ScenarioContract declared = over(moody, false);
    assertThatCode(declared::two_runs_of_one_seed_are_equal).doesNotThrowAnyException();
    assertThatCode(declared::a_run_that_is_closed_after_each_turn_equals_one_in_one_go)
        .doesNotThrowAnyException();
    assertThatCode(declared::a_turn_does_not_depend_on_what_was_computed_before_it)
        .doesNotThrowAnyException();
  }

  @Test
  void a_codec_that_loses_something() {
    ScenarioContract contract =
        over(
            opening(
                () ->
                    new Counting.Run(new Steps(1)) {
                      @Override
                      public StateCodec<Count> codec() {
                        return losing(super.codec());
                      }
                    }),
            true);

    notices(contract::what_is_encoded_can_be_decoded, "turn 0", "\"note\":\"begun\"");
  }

  private static StateCodec<Count> losing(StateCodec<Count> sound) {
    return new StateCodec<>() {
      @Override
      public Document encode(Count value) {
        return sound.encode(value);
      }

      @Override
      public Count decode(Document document) {
        return new Count(sound.decode(document).value(), "");
      }
    };
  }

  @Test
  void parameters_that_are_taken_whatever_they_say() {
    ScenarioContract contract = over(opening(() -> new Counting.Run(new Steps(1))), true);

    notices(contract::an_unknown_parameter_is_refused, "must not pass for its default");
  }

  @Test
  void parameters_that_change_from_opening_to_opening() {
    ScenarioContract contract =
        over(opening(() -> new Counting.Run(new Steps(calls.incrementAndGet()))), true);

    notices(contract::its_parameters_in_full_open_the_same_scenario, "{\"step\":1}");
  }

  @Test
  void a_provider_that_nobody_finds() {
    ScenarioContract contract =
        over(
            new Counting() {
              @Override
              public String scenario() {
                return "hidden";
              }
            },
            true);

    notices(contract::it_is_found_on_the_class_path_by_its_name, "META-INF/services", "hidden");
  }

  @Test
  void a_scenario_that_throws_when_it_is_closed() {
    ScenarioContract contract =
        over(
            opening(
                () ->
                    new Counting.Run(new Steps(1)) {
                      @Override
                      public void close() {
                        throw new IllegalStateException("no");
                      }
                    }),
            true);

    notices(contract::closing_does_not_throw, "IllegalStateException");
  }
}
