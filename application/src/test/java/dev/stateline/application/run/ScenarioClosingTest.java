package dev.stateline.application.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stateline.application.branch.ForkRequest;
import dev.stateline.application.control.StopSignal;
import dev.stateline.application.testworld.CountedScenarios;
import dev.stateline.application.testworld.OddTown;
import dev.stateline.application.testworld.TownProvider;
import dev.stateline.application.testworld.TownRules;
import dev.stateline.application.testworld.TownStore;
import dev.stateline.domain.commit.TakeOver;
import dev.stateline.domain.document.Document;
import dev.stateline.domain.engine.Scenario;
import dev.stateline.domain.error.FailureException;
import dev.stateline.domain.error.InvalidInputException;
import dev.stateline.domain.naming.SimulationName;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.spi.EngineProvider;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.time.TurnRange;
import dev.stateline.domain.turn.Intervention;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Every scenario that is opened is closed again, once, whatever becomes of the work. */
class ScenarioClosingTest {

  private final TownStore store = new TownStore();
  private final CountedScenarios town = new CountedScenarios(new TownProvider("world"));
  private final SimulationRunner runner = store.runner(town);

  @AfterEach
  void close() {
    store.close();
  }

  private Simulation run(SimulationRunner with, String name) {
    with.run(
        new RunRequest(
            "world",
            Document.EMPTY_OBJECT,
            Optional.of(new SimulationName(name)),
            Optional.of(new TurnNumber(4)),
            7),
        new StopSignal(),
        RunListener.NONE);
    return store.stateline.simulations().find(name);
  }

  private static ResumeRequest to(Simulation simulation, int turn) {
    return new ResumeRequest(simulation, Optional.of(new TurnNumber(turn)), TakeOver.REFUSE);
  }

  private static Supplier<Scenario<?>> opened(EngineProvider provider) {
    return () -> provider.open(Document.EMPTY_OBJECT);
  }

  private static TurnRange all() {
    return new TurnRange(TurnNumber.ZERO, new TurnNumber(4));
  }

  private void assertClosed(CountedScenarios scenarios, int opened) {
    assertThat(scenarios.opened()).isEqualTo(opened);
    assertThat(scenarios.closed()).isEqualTo(opened);
  }

  @Test
  void by_a_run_and_by_one_whose_name_is_taken() {
    run(runner, "town");
    assertClosed(town, 1);
    assertThatThrownBy(() -> run(runner, "town")).hasMessageContaining("already");
    assertClosed(town, 2);
  }

  @Test
  void by_a_run_whose_engine_throws() {
    CountedScenarios broken =
        new CountedScenarios(
            new OddTown(
                () ->
                    (town, actions, context) -> {
                      throw new IllegalStateException("no water");
                    }));

    assertThatThrownBy(() -> run(store.runner(broken), "town"))
        .isInstanceOf(FailureException.class);
    assertClosed(broken, 1);
  }

  @Test
  void by_a_run_that_is_run_on_and_by_one_that_is_refused() {
    Simulation simulation = run(runner, "town");
    runner.resume(to(simulation, 6), new StopSignal(), RunListener.NONE);
    assertClosed(town, 2);
    assertThatThrownBy(
            () ->
                runner.resume(
                    to(store.stateline.simulations().find("town"), 5),
                    new StopSignal(),
                    RunListener.NONE))
        .isInstanceOf(InvalidInputException.class);
    assertClosed(town, 3);
  }

  @Test
  void by_a_question_for_the_last_turn() {
    Simulation simulation = run(runner, "town");
    Simulation early =
        runner.fork(ForkRequest.of(simulation, new TurnNumber(4), new SimulationName("early")));
    int before = town.opened();
    assertThat(runner.target(new ResumeRequest(early, Optional.empty(), TakeOver.REFUSE)).value())
        .isEqualTo(8);
    assertClosed(town, before + 1);
  }

  @Test
  void by_a_fork_with_a_change_that_fits_and_by_one_that_does_not() {
    Simulation simulation = run(runner, "town");
    runner.fork(changed(simulation, "rich", "900"));
    assertClosed(town, 2);
    assertThatThrownBy(() -> runner.fork(changed(simulation, "odd", "\"much\"")))
        .isInstanceOf(InvalidInputException.class);
    assertClosed(town, 3);
  }

  private static ForkRequest changed(Simulation from, String name, String wealth) {
    String patch = "[{\"op\":\"replace\",\"path\":\"/wealth\",\"value\":" + wealth + "}]";
    return new ForkRequest(
        from,
        new TurnNumber(3),
        new SimulationName(name),
        Optional.empty(),
        Optional.of(new Intervention("ana", "to see", TownRules.document(patch))),
        Optional.empty());
  }

  @Test
  void by_a_replay_also_when_its_listener_throws() {
    Simulation simulation = run(runner, "town");
    store.stateline.replayer().replay(simulation, all(), opened(town), turn -> {});
    assertClosed(town, 3);
    assertThatThrownBy(
            () ->
                store
                    .stateline
                    .replayer()
                    .replay(
                        simulation,
                        all(),
                        opened(town),
                        turn -> {
                          throw new IllegalStateException("enough");
                        }))
        .hasMessage("enough");
    assertClosed(town, 5);
  }

  @Test
  void by_a_replay_and_a_split_check_whose_second_scenario_does_not_open() {
    Simulation simulation = run(runner, "town");
    assertThatThrownBy(
            () -> store.stateline.replayer().replay(simulation, all(), once(town), turn -> {}))
        .hasMessage("no more");
    assertThatThrownBy(
            () ->
                store
                    .stateline
                    .splitCheck()
                    .check(
                        simulation, new TurnNumber(2), new TurnNumber(4), once(town), turn -> {}))
        .hasMessage("no more");
    assertClosed(town, 3);
  }

  private static Supplier<Scenario<?>> once(EngineProvider provider) {
    boolean[] used = {false};
    return () -> {
      if (used[0]) {
        throw new IllegalStateException("no more");
      }
      used[0] = true;
      return provider.open(Document.EMPTY_OBJECT);
    };
  }

  @Test
  void by_a_split_check_before_and_after_the_split() {
    Simulation simulation = run(runner, "town");
    store
        .stateline
        .splitCheck()
        .check(simulation, new TurnNumber(2), new TurnNumber(4), opened(town), turn -> {});
    assertClosed(town, 4);
    // The one that is cut is closed before it is opened again: the run in one go, and it.
    assertThat(town.mostAtOnce()).isEqualTo(2);
  }

  @Test
  void by_runs_side_by_side() {
    Simulation one = run(runner, "one");
    Simulation two = run(runner, "two");
    // The count is not thread-safe, and one thread is enough here.
    new ParallelRuns(runner, 1)
        .resume(List.of(to(one, 6), to(two, 6)), new StopSignal(), RunListener.NONE);
    assertClosed(town, 4);
  }
}
