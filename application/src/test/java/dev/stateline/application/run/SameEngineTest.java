package dev.stateline.application.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stateline.application.branch.ForkRequest;
import dev.stateline.application.control.StopSignal;
import dev.stateline.application.manager.StateManager;
import dev.stateline.application.testworld.LikeScenario;
import dev.stateline.application.testworld.NewTown;
import dev.stateline.application.testworld.Town;
import dev.stateline.application.testworld.TownProvider;
import dev.stateline.application.testworld.TownRules;
import dev.stateline.application.testworld.TownStore;
import dev.stateline.domain.commit.TakeOver;
import dev.stateline.domain.document.Document;
import dev.stateline.domain.engine.Scenario;
import dev.stateline.domain.error.ConflictException;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.ErrorField;
import dev.stateline.domain.error.InvalidInputException;
import dev.stateline.domain.naming.SimulationName;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.spi.EngineProvider;
import dev.stateline.domain.time.TurnNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What runs a simulation on is compared with what computed its last turn. */
class SameEngineTest {

  private static final EngineProvider TOWN = new TownProvider("world");

  private final TownStore store = new TownStore();
  private final List<String> told = new ArrayList<>();
  private final RunListener listener =
      new RunListener() {
        @Override
        public void engineChanged(EngineChange change) {
          told.add(change.sentence());
        }
      };

  @AfterEach
  void close() {
    store.close();
  }

  private Simulation find(String name) {
    return store.stateline.simulations().find(name);
  }

  private Simulation run(EngineProvider provider) {
    store
        .runner(provider)
        .run(
            new RunRequest(
                "world",
                TownRules.document(
                    provider.parametersVersion() == 1 ? "{\"growth\":2}" : "{\"pace\":2}"),
                Optional.of(new SimulationName("town")),
                Optional.of(new TurnNumber(3)),
                7),
            new StopSignal(),
            listener);
    return find("town");
  }

  private void resume(EngineProvider provider, Simulation simulation, boolean same) {
    resume(provider, simulation, 5, same);
  }

  private void resume(EngineProvider provider, Simulation simulation, int last, boolean same) {
    ResumeRequest request =
        new ResumeRequest(simulation, Optional.of(new TurnNumber(last)), TakeOver.REFUSE);
    store
        .runner(provider)
        .resume(same ? request.requireSameEngine() : request, new StopSignal(), listener);
  }

  @Test
  void the_same_engine_and_parameters_are_nothing_to_tell() {
    resume(TOWN, run(TOWN), true);
    assertThat(told).isEmpty();
    assertThat(find("town").head().turn()).isEqualTo(new TurnNumber(5));
  }

  @Test
  void another_seed_is_no_other_engine() {
    Simulation trunk = run(TOWN);
    Simulation fork =
        store
            .runner(TOWN)
            .fork(
                new ForkRequest(
                    trunk,
                    new TurnNumber(2),
                    new SimulationName("fork"),
                    Optional.of(9L),
                    Optional.empty(),
                    Optional.empty()));
    resume(TOWN, fork, true);
    assertThat(told).isEmpty();
  }

  @Test
  void another_version_and_other_parameters_are_told_in_one_line_and_recorded() {
    resume(new NewTown(), run(TOWN), false);
    assertThat(told)
        .containsExactly(
            "town 1 computed turn 3 of simulation 'town', town 2 computes the next, with other"
                + " parameters");
    assertThat(
            store
                .stateline
                .history()
                .stateAt(find("town").id(), new TurnNumber(4))
                .provenance()
                .engineVersion())
        .isEqualTo("2");
  }

  @Test
  void they_are_refused_where_the_same_engine_is_required_and_nothing_is_written() {
    Simulation before = run(TOWN);
    assertThatThrownBy(() -> resume(new NewTown(), before, true))
        .isInstanceOfSatisfying(
            InvalidInputException.class,
            e -> {
              assertThat(e.field(ErrorField.EXPECTED).orElseThrow())
                  .isEqualTo("town 1 with parameters " + hash("{\"growth\":2}"));
              assertThat(e.field(ErrorField.ACTUAL).orElseThrow())
                  .isEqualTo("town 2 with parameters " + hash("{\"growth\":1}"));
            })
        .hasMessageStartingWith("turn 3 of simulation 'town' was computed by town 1")
        .hasMessageContaining("required");
    assertThat(find("town")).isEqualTo(before);
    assertThat(told).isEmpty();
  }

  private static String hash(String parameters) {
    return TownRules.document(parameters).hash().hex().substring(0, 12);
  }

  @Test
  void the_last_turn_counts_and_not_the_one_that_the_request_was_made_at() {
    Simulation lookedUp = run(TOWN);
    resume(new NewTown(), lookedUp, false);
    told.clear();

    resume(new NewTown(), lookedUp, 6, true);

    assertThat(told).isEmpty();
    assertThat(find("town").head().turn()).isEqualTo(new TurnNumber(6));
    assertThatThrownBy(() -> resume(TOWN, lookedUp, 7, true))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith("turn 6 of simulation 'town' was computed by town 2");
  }

  @Test
  void a_run_that_is_refused_tells_nothing() {
    Simulation town = run(TOWN);
    try (StateManager<Town> other =
        store.stateline.open(town.id(), TownRules.FORMAT, TownRules.PROVENANCE, TakeOver.REFUSE)) {
      assertThat(other.head()).isEqualTo(town.head());
      assertThatThrownBy(() -> resume(new NewTown(), town, false))
          .isInstanceOf(ConflictException.class);
    }
    assertThat(told).isEmpty();
  }

  @Test
  void parameters_of_an_earlier_version_are_brought_to_the_present_one() {
    Simulation town = run(TOWN);
    resume(new Renamed(2), town, false);
    assertThat(told)
        .containsExactly("turn 3 of simulation 'town' was computed with other parameters");
    // What is stored stays as it is.
    assertThat(find("town").config()).isEqualTo(town.config());
  }

  @Test
  void a_version_of_parameters_is_stored_from_the_second_on() {
    Simulation town = run(new Renamed(2));
    assertThat(town.config().text())
        .isEqualTo("{\"parameters\":{\"pace\":2},\"parameters_version\":2,\"scenario\":\"world\"}");
    resume(new Renamed(2), town, true);
    assertThatThrownBy(() -> resume(TOWN, find("town"), false))
        .isInstanceOfSatisfying(
            InvalidInputException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_SUPPORTED))
        .hasMessageContaining("the stored parameters of simulation 'town'")
        .hasMessageContaining("version 2");
  }

  @Test
  void stored_parameters_that_do_not_fit_say_whose_they_are() {
    Simulation town = run(TOWN);
    assertThatThrownBy(() -> resume(new Renamed(3), town, false))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith("the stored parameters of simulation 'town': ")
        .hasMessageContaining("from version 2");
  }

  /** The town whose parameter {@code growth} is called {@code pace} from version 2 on. */
  private record Renamed(int parametersVersion) implements EngineProvider {

    @Override
    public String scenario() {
      return "world";
    }

    @Override
    public String description() {
      return "a town that keeps pace";
    }

    @Override
    public Document upcastParameters(Document parameters, int version) {
      return version == 1
          ? TownRules.document(parameters.text().replace("growth", "pace"))
          : EngineProvider.super.upcastParameters(parameters, version);
    }

    @Override
    public Scenario<?> open(Document parameters) {
      Document old = TownRules.document(parameters.text().replace("pace", "growth"));
      return new LikeScenario<>(TOWN.open(old), parameters, () -> {});
    }
  }
}
