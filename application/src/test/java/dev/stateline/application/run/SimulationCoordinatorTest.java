package dev.stateline.application.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stateline.application.control.StopSignal;
import dev.stateline.application.control.Ticker;
import dev.stateline.application.manager.StateManager;
import dev.stateline.application.testworld.Town;
import dev.stateline.application.testworld.TownRules;
import dev.stateline.application.testworld.TownStore;
import dev.stateline.domain.checkpoint.Checkpoint;
import dev.stateline.domain.checkpoint.CheckpointKind;
import dev.stateline.domain.commit.TakeOver;
import dev.stateline.domain.engine.ActionSource;
import dev.stateline.domain.engine.GameEngine;
import dev.stateline.domain.error.ConflictException;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.InvalidInputException;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.simulation.SimulationStatus;
import dev.stateline.domain.time.TurnNumber;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimulationCoordinatorTest {

  private final TownStore store = new TownStore();
  private final StopSignal stop = new StopSignal();
  private final StateManager<Town> manager = store.stateline.create(TownRules.spec("town"));
  private final SimulationId id = manager.simulation().id();
  private ActionSource<Town> actionSource = TownRules::actions;
  private GameEngine<Town> engine = TownRules::processTurn;
  private Ticker ticker = () -> 0;

  @AfterEach
  void close() {
    store.close();
  }

  private RunReport run(int target, RunListener listener) {
    return coordinator(5).run(new TurnNumber(target), listener);
  }

  private SimulationCoordinator<Town> coordinator(int interval) {
    return SimulationCoordinator.of(manager, actionSource, engine)
        .checkpointInterval(interval)
        .stop(stop)
        .ticker(ticker)
        .build();
  }

  private Simulation stored() {
    return store.stateline.simulations().find("town");
  }

  private List<Checkpoint> checkpoints() {
    return store.stateline.checkpoints().list(id, Optional.empty(), 100);
  }

  @Test
  void a_run_goes_to_its_target_and_is_completed() {
    RunReport report = run(7, RunListener.NONE);

    assertThat(report.status()).isEqualTo(SimulationStatus.COMPLETED);
    assertThat(report.turns()).isEqualTo(7);
    assertThat(report.target()).isEqualTo(new TurnNumber(7));
    assertThat(report.head()).isEqualTo(stored().head());
    assertThat(report.receipt()).isEqualTo(stored().head().receipt());
    assertThat(report.storedBytes()).isPositive();
    assertThat(stored().status()).isEqualTo(SimulationStatus.COMPLETED);
    assertThat(stored().targetTurn()).contains(new TurnNumber(7));
  }

  @Test
  void a_run_to_where_it_stands_adds_nothing_and_is_completed() {
    RunReport report = run(0, RunListener.NONE);

    assertThat(report.turns()).isZero();
    assertThat(stored().status()).isEqualTo(SimulationStatus.COMPLETED);
  }

  @Test
  void a_completed_simulation_may_be_run_further() {
    run(3, RunListener.NONE);

    assertThat(run(5, RunListener.NONE).head().turn()).isEqualTo(new TurnNumber(5));
  }

  @Test
  void a_target_before_the_head_is_refused_and_changes_nothing() {
    run(3, RunListener.NONE);

    assertThatThrownBy(() -> run(2, RunListener.NONE))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("'town' is at turn 3 already, after turn 2");
    assertThat(stored().status()).isEqualTo(SimulationStatus.COMPLETED);
    assertThat(stored().targetTurn()).contains(new TurnNumber(3));
  }

  @Test
  void a_checkpoint_is_made_every_few_turns() {
    coordinator(3).run(new TurnNumber(7), RunListener.NONE);

    assertThat(checkpoints()).extracting(c -> c.name().value()).containsExactly("auto-3", "auto-6");
    assertThat(checkpoints()).allMatch(c -> c.kind() == CheckpointKind.AUTOMATIC);
    assertThat(checkpoints()).extracting(c -> c.turn().value()).containsExactly(3, 6);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1})
  void an_interval_below_1_is_refused(int interval) {
    assertThatThrownBy(() -> coordinator(interval))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("checkpoint_interval is 1 or more, not " + interval);
  }

  @Test
  void the_time_of_a_turn_is_told_apart_by_where_it_went() {
    // At the begin of a turn, when decoded, asked for actions, decoded again, played, encoded and
    // durable.
    long[] millis = {0, 1, 9, 10, 22, 24, 29};
    List<Integer> calls = new ArrayList<>();
    ticker =
        () -> {
          int call = calls.size();
          calls.add(call);
          return 1_000_000L * (1_000L * (call / 7) + millis[call % 7]);
        };

    RunReport report = run(2, RunListener.NONE);

    assertThat(report.timings().engine()).isEqualTo(Duration.ofMillis(40));
    assertThat(report.timings().encoding()).isEqualTo(Duration.ofMillis(8));
    assertThat(report.timings().commit()).isEqualTo(Duration.ofMillis(10));
    assertThat(report.timings().total()).isEqualTo(Duration.ofMillis(58));
    assertThat(store.stateline.history().transitionAt(id, new TurnNumber(2)).orElseThrow())
        .returns(Duration.ofMillis(20), t -> t.processingTime());
  }

  @Test
  void how_long_commits_took_is_known() {
    CommitTimes commits = run(10, RunListener.NONE).commits();
    assertThat(commits.within(0.5)).isPositive();
    assertThat(commits.within(0.99)).isGreaterThanOrEqualTo(commits.within(0.5));
  }

  @Test
  void the_listener_hears_the_start_and_then_each_turn_when_it_is_durable() {
    List<String> heard = new ArrayList<>();
    actionSource =
        (town, context) -> {
          heard.add("actions " + context.turn());
          return TownRules.actions(town, context);
        };
    RunListener listener =
        new RunListener() {
          @Override
          public void started(Simulation simulation, TurnNumber target) {
            heard.add("started " + simulation.name() + " to " + target + " " + stored().status());
          }

          @Override
          public void turnDone(TurnProgress progress) {
            heard.add("done " + progress.turn() + " of " + progress.target());
            assertThat(store.persistence.states().head(id)).isEqualTo(progress.committed().head());
          }
        };

    run(2, listener);

    assertThat(heard)
        .containsExactly(
            "started town to 2 RUNNING", "actions 1", "done 1 of 2", "actions 2", "done 2 of 2");
  }

  private static RunListener after(int turn, Runnable action) {
    return new RunListener() {
      @Override
      public void turnDone(TurnProgress progress) {
        if (progress.turn().value() == turn) {
          action.run();
        }
      }
    };
  }

  @Test
  void a_run_that_is_asked_to_stop_finishes_the_turn_at_hand_and_can_be_resumed() {
    // When turn 4 is told to be durable, turn 5 has been computed.
    RunReport report = run(9, after(4, stop::request));

    assertThat(report.status()).isEqualTo(SimulationStatus.PAUSED);
    assertThat(report.turns()).isEqualTo(5);
    assertThat(stored().status()).isEqualTo(SimulationStatus.PAUSED);
    assertThat(stored().targetTurn()).contains(new TurnNumber(9));

    RunReport resumed =
        SimulationCoordinator.of(manager, actionSource, engine)
            .ticker(ticker)
            .build()
            .run(new TurnNumber(9), RunListener.NONE);
    assertThat(resumed.status()).isEqualTo(SimulationStatus.COMPLETED);
    assertThat(resumed.turns()).isEqualTo(4);
  }

  @Test
  void a_run_that_is_asked_to_stop_at_its_last_turn_is_completed() {
    assertThat(run(4, after(4, stop::request)).status()).isEqualTo(SimulationStatus.COMPLETED);
  }

  @Test
  void a_run_that_is_asked_to_stop_before_it_begins_adds_nothing() {
    stop.request();

    assertThat(run(4, RunListener.NONE).turns()).isZero();
    assertThat(stored().status()).isEqualTo(SimulationStatus.PAUSED);
  }

  @Test
  void a_writer_that_was_taken_over_stops_with_a_conflict() {
    List<StateManager<Town>> successors = new ArrayList<>();
    RunListener takenOver = after(2, () -> successors.add(store.open(id, TakeOver.FORCE)));

    assertThatThrownBy(() -> run(9, takenOver))
        .isInstanceOfSatisfying(
            ConflictException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.WRITER_FENCED));
    assertThat(stored().head().turn()).isEqualTo(new TurnNumber(2));
    assertThat(stored().status()).isEqualTo(SimulationStatus.RUNNING);
    TownStore.play(successors.get(0), 1);
    assertThat(stored().head().turn()).isEqualTo(new TurnNumber(3));
  }
}
