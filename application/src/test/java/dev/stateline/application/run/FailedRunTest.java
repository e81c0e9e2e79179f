package dev.stateline.application.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.stateline.application.manager.StateFormat;
import dev.stateline.application.manager.StateManager;
import dev.stateline.application.testworld.Town;
import dev.stateline.application.testworld.TownRules;
import dev.stateline.application.testworld.TownStore;
import dev.stateline.domain.commit.TakeOver;
import dev.stateline.domain.document.Document;
import dev.stateline.domain.engine.ActionSource;
import dev.stateline.domain.engine.GameEngine;
import dev.stateline.domain.engine.TurnContext;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.FailureException;
import dev.stateline.domain.port.StateCodec;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.simulation.SimulationStatus;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.turn.Action;
import dev.stateline.domain.turn.Intervention;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever a scenario's code does in turn 3, turns 0 to 2 are safe and the run can go on. */
class FailedRunTest {

  private final TownStore store = new TownStore();
  private List<String> unbroken;

  @BeforeEach
  void run_once_without_failure() {
    unbroken = store.chain(store.played("unbroken", 6).id());
  }

  @AfterEach
  void close() {
    store.close();
  }

  private static boolean isThird(TurnContext context) {
    return context.turn().value() == 3;
  }

  private FailureException failure(
      ActionSource<Town> actions, GameEngine<Town> engine, StateCodec<Town> codec) {
    StateManager<Town> created = store.stateline.create(TownRules.spec("town"));
    created.close();
    try (StateManager<Town> manager =
        store.stateline.open(
            created.simulation().id(),
            new StateFormat<>(codec, 1),
            TownRules.PROVENANCE,
            TakeOver.REFUSE)) {
      return catchThrowableOfType(FailureException.class, () -> run(manager, actions, engine));
    }
  }

  private static void run(
      StateManager<Town> manager, ActionSource<Town> actions, GameEngine<Town> engine) {
    SimulationCoordinator.of(manager, actions, engine)
        .build()
        .run(new TurnNumber(6), RunListener.NONE);
  }

  private void assertFailedAndResumable(FailureException failure, String why) {
    Simulation failed = store.stateline.simulations().find("town");
    assertThat(failure).isNotNull();
    assertThat(failure.code()).isEqualTo(ErrorCode.SCENARIO_FAILED);
    assertThat(failure)
        .hasMessageContaining("turn 3 of simulation 'town' failed")
        .hasMessageContaining(why)
        .hasMessageContaining("turn 2 is safe");
    assertThat(failed.status()).isEqualTo(SimulationStatus.FAILED);
    assertThat(failed.statusReason().orElseThrow()).startsWith("turn 3: ").contains(why);
    assertThat(failed.head().turn()).isEqualTo(new TurnNumber(2));
    assertThat(failed.writer()).isEmpty();

    try (StateManager<Town> manager = store.open(failed.id())) {
      run(manager, TownRules::actions, TownRules::processTurn);
    }
    Simulation resumed = store.stateline.simulations().find("town");
    assertThat(resumed.status()).isEqualTo(SimulationStatus.COMPLETED);
    assertThat(resumed.statusReason()).isEmpty();
    assertThat(store.chain(resumed.id())).isEqualTo(unbroken);
  }

  private FailureException engine(GameEngine<Town> third) {
    return failure(
        TownRules::actions,
        (town, actions, context) ->
            (isThird(context) ? third : (GameEngine<Town>) TownRules::processTurn)
                .processTurn(town, actions, context),
        TownRules.CODEC);
  }

  private FailureException actionSource(ActionSource<Town> third) {
    return failure(
        (town, context) ->
            (isThird(context) ? third : (ActionSource<Town>) TownRules::actions)
                .actions(town, context),
        TownRules::processTurn,
        TownRules.CODEC);
  }

  @Test
  void an_engine_that_throws() {
    assertFailedAndResumable(
        engine(
            (town, actions, context) -> {
              throw new IllegalStateException("the mint is empty");
            }),
        "the mint is empty");
  }

  @Test
  void an_engine_that_throws_without_a_message() {
    assertFailedAndResumable(
        engine(
            (town, actions, context) -> {
              throw new ArithmeticException();
            }),
        "ArithmeticException");
  }

  @Test
  void an_action_source_that_throws() {
    assertFailedAndResumable(
        actionSource(
            (town, context) -> {
              throw new IOException("no answer from the mayor");
            }),
        "no answer from the mayor");
  }

  @Test
  void an_action_source_that_is_interrupted_leaves_the_thread_interrupted() {
    FailureException failure =
        actionSource(
            (town, context) -> {
              throw new InterruptedException("called away");
            });

    assertThat(Thread.interrupted()).isTrue();
    assertFailedAndResumable(failure, "called away");
  }

  @Test
  void an_engine_whose_recursion_does_not_end() {
    assertFailedAndResumable(
        engine(
            (town, actions, context) -> {
              throw new IllegalStateException("never reached at depth " + endless(0));
            }),
        "StackOverflowError");
  }

  private static int endless(int depth) {
    return endless(depth + 1) - 1;
  }

  @Test
  void a_state_that_has_no_canonical_form() {
    assertFailedAndResumable(engine((town, actions, context) -> TownRules.notANumber()), "/wealth");
  }

  @Test
  void an_action_source_that_gives_nothing() {
    assertFailedAndResumable(
        actionSource((town, context) -> null), "the action source gave null in actions, at ");
  }

  @Test
  void an_engine_that_gives_nothing() {
    assertFailedAndResumable(
        engine((town, actions, context) -> null), "the engine gave null in processTurn, at ");
  }

  @Test
  void a_codec_that_throws() {
    StateCodec<Town> broken =
        new StateCodec<>() {
          @Override
          public Document encode(Town town) {
            if (town.year() == 3) {
              throw new IllegalStateException("no form for year 3");
            }
            return TownRules.CODEC.encode(town);
          }

          @Override
          public Town decode(Document document) {
            return TownRules.CODEC.decode(document);
          }
        };

    assertFailedAndResumable(
        failure(TownRules::actions, TownRules::processTurn, broken), "no form for year 3");
  }

  @Test
  void a_reason_of_any_length_and_any_characters_is_kept_on_one_line() {
    engine(
        (town, actions, context) -> {
          throw new IllegalStateException("\u001b[31m\n" + "x".repeat(100_000));
        });

    Simulation failed = store.stateline.simulations().find("town");
    assertThat(failed.status()).isEqualTo(SimulationStatus.FAILED);
    assertThat(failed.statusReason().orElseThrow())
        .startsWith("turn 3: the engine threw")
        .contains(":  [31m xxx")
        .hasSizeLessThan(1_000);
  }

  @Test
  void an_action_source_that_gives_an_intervention_fails_the_turn() {
    Action forged = new Intervention("mayor", "a gift", TownRules.document("[]")).toAction();
    assertFailedAndResumable(
        actionSource((town, context) -> List.of(forged)), "an action source gives no such action");
  }
}
