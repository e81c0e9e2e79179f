package dev.stateline.application.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stateline.application.control.StopSignal;
import dev.stateline.application.manager.StateManager;
import dev.stateline.application.testworld.Town;
import dev.stateline.application.testworld.TownProvider;
import dev.stateline.application.testworld.TownRules;
import dev.stateline.application.testworld.TownStore;
import dev.stateline.domain.commit.TakeOver;
import dev.stateline.domain.document.Document;
import dev.stateline.domain.error.ConflictException;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.InvalidInputException;
import dev.stateline.domain.error.NotFoundException;
import dev.stateline.domain.error.StatelineException;
import dev.stateline.domain.naming.SimulationName;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.simulation.SimulationStatus;
import dev.stateline.domain.time.TurnNumber;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SimulationRunnerTest {

  private final TownStore store = new TownStore();
  private final SimulationRunner runner =
      store.runner(new TownProvider("world"), new TownProvider("bazaar"));

  @AfterEach
  void close() {
    store.close();
  }

  private RunReport run(
      Optional<String> name, String parameters, Optional<Integer> turns, long seed) {
    return runner.run(
        new RunRequest(
            "world",
            TownRules.document(parameters),
            name.map(SimulationName::new),
            turns.map(TurnNumber::new),
            seed),
        new StopSignal(),
        RunListener.NONE);
  }

  private RunReport run(String name, int turns) {
    return run(Optional.of(name), "{\"growth\":2}", Optional.of(turns), 7);
  }

  private RunReport resume(String name, Optional<Integer> turns, TakeOver takeOver) {
    return runner.resume(
        new ResumeRequest(stored(name), turns.map(TurnNumber::new), takeOver),
        new StopSignal(),
        RunListener.NONE);
  }

  private RunReport resume(String name, int turns) {
    return resume(name, Optional.of(turns), TakeOver.REFUSE);
  }

  private Simulation stored(String name) {
    return store.stateline.simulations().find(name);
  }

  @Test
  void a_simulation_without_a_name_gets_the_scenarios_with_a_number_when_it_is_taken() {
    for (String expected : List.of("world", "world-2", "world-3")) {
      RunReport report = run(Optional.empty(), "{}", Optional.of(1), 7);

      assertThat(report.simulation().name()).hasToString(expected);
    }
  }

  @Test
  void a_name_that_is_taken_is_refused() {
    run("mine", 1);

    assertThatThrownBy(() -> run("mine", 1))
        .isInstanceOfSatisfying(
            ConflictException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NAME_TAKEN));
  }

  @Test
  void a_run_stops_at_the_scenarios_last_turn_when_nobody_says_otherwise() {
    assertThat(run(Optional.empty(), "{}", Optional.empty(), 7).head().turn())
        .isEqualTo(new TurnNumber(8));
  }

  @Test
  void the_scenario_and_its_parameters_in_full_are_stored() {
    run(Optional.of("mine"), "{}", Optional.of(1), 7);

    assertThat(stored("mine").config().text())
        .isEqualTo("{\"parameters\":{\"growth\":1},\"scenario\":\"world\"}");
    assertThat(stored("mine").seed()).isEqualTo(7);
    assertThat(stored("mine").writer()).isEmpty();
  }

  @Test
  void a_resumed_run_uses_the_stored_parameters_and_seed() {
    run("unbroken", 8);
    run("cut", 3);

    RunReport resumed = resume("cut", 8);

    assertThat(resumed.turns()).isEqualTo(5);
    assertThat(resumed.receipt()).isEqualTo(stored("unbroken").head().receipt());
    assertThat(store.chain(stored("cut").id())).isEqualTo(store.chain(stored("unbroken").id()));
  }

  @Test
  void another_seed_or_another_parameter_makes_another_history_and_provenance() {
    RunReport one = run("one", 3);
    RunReport otherSeed = run(Optional.of("seed"), "{\"growth\":2}", Optional.of(3), 8);
    RunReport otherGrowth = run(Optional.of("growth"), "{\"growth\":3}", Optional.of(3), 7);

    for (RunReport other : List.of(otherSeed, otherGrowth)) {
      assertThat(other.head().chainHash()).isNotEqualTo(one.head().chainHash());
      assertThat(other.head().provenanceHash()).isNotEqualTo(one.head().provenanceHash());
    }
  }

  @Test
  void a_resume_without_a_target_goes_to_the_stored_one() {
    StopSignal stop = new StopSignal();
    runner.run(
        new RunRequest(
            "world",
            Document.EMPTY_OBJECT,
            Optional.of(new SimulationName("mine")),
            Optional.of(new TurnNumber(6)),
            7),
        stop,
        new RunListener() {
          @Override
          public void turnDone(TurnProgress progress) {
            stop.request();
          }
        });
    assertThat(stored("mine").head().turn()).isEqualTo(new TurnNumber(1));

    RunReport resumed = resume("mine", Optional.empty(), TakeOver.REFUSE);

    assertThat(resumed.head().turn()).isEqualTo(new TurnNumber(6));
    assertThat(resumed.status()).isEqualTo(SimulationStatus.COMPLETED);
  }

  @Test
  void a_resume_to_an_earlier_turn_is_refused() {
    run("mine", 4);

    assertThatThrownBy(() -> resume("mine", 3))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("turn 4 already");
    assertThat(stored("mine").writer()).isEmpty();
  }

  @Test
  void an_unknown_scenario_is_not_found_and_creates_nothing() {
    RunRequest request =
        new RunRequest("wrold", Document.EMPTY_OBJECT, Optional.empty(), Optional.empty(), 7);

    assertThatThrownBy(() -> runner.run(request, new StopSignal(), RunListener.NONE))
        .isInstanceOf(NotFoundException.class)
        .hasMessageContaining("known: bazaar, world");
    assertThat(store.stateline.simulations().list(Optional.empty(), 10)).isEmpty();
  }

  @Test
  void an_archived_simulation_is_not_resumed_until_it_is_taken_back() {
    run("mine", 2);
    store.stateline.simulations().archive(stored("mine").id());

    assertThatThrownBy(() -> resume("mine", 4))
        .isInstanceOfSatisfying(
            StatelineException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_STATUS_CHANGE))
        .hasMessageContaining("archived");
    store.stateline.simulations().unarchive(stored("mine").id());
    assertThat(resume("mine", 4).head().turn()).isEqualTo(new TurnNumber(4));
  }

  @Test
  void a_simulation_that_was_archived_meanwhile_is_not_resumed() {
    run("mine", 2);
    ResumeRequest old =
        new ResumeRequest(stored("mine"), Optional.of(new TurnNumber(4)), TakeOver.REFUSE);
    store.stateline.simulations().archive(stored("mine").id());

    assertThatThrownBy(() -> runner.resume(old, new StopSignal(), RunListener.NONE))
        .isInstanceOf(InvalidInputException.class);
    assertThat(stored("mine").status()).isEqualTo(SimulationStatus.ARCHIVED);
    assertThat(stored("mine").head().turn()).isEqualTo(new TurnNumber(2));
  }

  @Test
  void a_simulation_that_no_scenario_made_is_not_resumed() {
    store.played("by-hand", 1);

    assertThatThrownBy(() -> resume("by-hand", 4))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("'by-hand' was not made by a scenario");
  }

  @Test
  void beside_a_living_writer_a_resume_is_refused_unless_it_takes_over() {
    run("mine", 2);
    try (StateManager<Town> living = store.open(stored("mine").id())) {
      assertThatThrownBy(() -> resume("mine", 4))
          .isInstanceOfSatisfying(
              ConflictException.class,
              e -> assertThat(e.code()).isEqualTo(ErrorCode.WRITER_PRESENT));

      assertThat(resume("mine", Optional.of(4), TakeOver.FORCE).turns()).isEqualTo(2);
      assertThatThrownBy(() -> TownStore.play(living, 1))
          .isInstanceOfSatisfying(
              ConflictException.class,
              e -> assertThat(e.code()).isEqualTo(ErrorCode.WRITER_FENCED));
    }
  }
}
