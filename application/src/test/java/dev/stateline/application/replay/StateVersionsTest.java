package dev.stateline.application.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stateline.application.manager.StateFormat;
import dev.stateline.application.manager.StateManager;
import dev.stateline.application.run.StoredVersions;
import dev.stateline.application.testworld.NewTown;
import dev.stateline.application.testworld.NewTown.Hamlet;
import dev.stateline.application.testworld.Town;
import dev.stateline.application.testworld.TownRules;
import dev.stateline.codec.JacksonStateCodec;
import dev.stateline.domain.commit.TakeOver;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.InvalidInputException;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.simulation.SimulationStatus;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.turn.State;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StateVersionsTest {

  private static final NewTown NEW_TOWN = new NewTown();

  private final Recorded recorded = new Recorded();

  @AfterEach
  void close() {
    recorded.close();
  }

  private StateManager<Hamlet> open(Simulation simulation) {
    return recorded.store.stateline.open(
        simulation.id(), StateFormat.of(NEW_TOWN), TownRules.PROVENANCE, TakeOver.REFUSE);
  }

  private State stored(Simulation simulation, int turn) {
    return recorded.store.stateline.history().stateAt(simulation.id(), new TurnNumber(turn));
  }

  @Test
  void a_state_of_an_earlier_version_is_read_as_one_of_the_present_version() {
    Simulation first = recorded.run(Recorded.TOWN, "first", 3);
    Town town = TownRules.CODEC.decode(stored(first, 3).document());
    List<String> chain = recorded.store.chain(first.id());

    try (StateManager<Hamlet> manager = open(first)) {
      assertThat(manager.currentState()).isEqualTo(new Hamlet(3, town.wealth(), town.draws(), "?"));
      assertThat(manager.stateAt(TurnNumber.ZERO)).isEqualTo(new Hamlet(0, 100, List.of(), "?"));
      assertThat(manager.lastState().document()).isEqualTo(stored(first, 3).document());
    }
    assertThat(recorded.store.chain(first.id())).isEqualTo(chain);
    assertThat(stored(first, 3).stateVersion()).isEqualTo(1);
  }

  @Test
  void a_run_goes_on_in_the_new_version_and_leaves_the_old_turns_as_they_are() {
    Simulation first = recorded.run(Recorded.TOWN, "first", 3);
    List<String> before = recorded.store.chain(first.id());

    Simulation longer = recorded.resume(NEW_TOWN, first, 5);

    assertThat(recorded.store.chain(first.id())).startsWith(before.toArray(String[]::new));
    assertThat(stored(longer, 3).stateVersion()).isEqualTo(1);
    assertThat(stored(longer, 4).stateVersion()).isEqualTo(3);
    assertThat(recorded.store.stateline.verifier().verify(longer.id()).isClean()).isTrue();
  }

  @Test
  void a_replay_compares_upcast_documents_and_says_so() {
    Simulation first = recorded.run(Recorded.TOWN, "first", 3);
    Simulation longer = recorded.resume(NEW_TOWN, first, 5);

    ReplayReport report = recorded.replay(longer, recorded.scenario(longer, NEW_TOWN));

    assertThat(report.isEqual()).isTrue();
    assertThat(report.upcastTurns()).isEqualTo(4);
    assertThat(report.storedVersions()).containsExactly(1, 3);
    assertThat(report.foreignTurns()).isEqualTo(4);
    assertThat(report.interventionsTaken()).isZero();
    assertThat(report.chainHash()).contains(longer.head().chainHash());
    assertThat(recorded.split(longer, 2, NEW_TOWN).isEqual()).isTrue();
  }

  @Test
  void an_intervention_in_the_shape_of_an_earlier_version_is_taken_from_the_record() {
    Simulation first = recorded.run(Recorded.TOWN, "first", 3);
    Simulation rich =
        recorded.fork(
            first,
            2,
            "rich",
            Optional.of("[{\"op\":\"replace\",\"path\":\"/wealth\",\"value\":1000}]"),
            null);
    rich = recorded.resume(NEW_TOWN, rich, 5);

    ReplayReport report = recorded.replay(rich, recorded.scenario(rich, NEW_TOWN));

    assertThat(report.isEqual()).isTrue();
    assertThat(report.interventionsTaken()).isEqualTo(1);
  }

  @Test
  void a_later_version_is_refused_and_the_simulation_is_not_taken_for_failed() {
    Simulation first = recorded.run(NEW_TOWN, "first", 3);

    assertThatThrownBy(() -> recorded.resume(Recorded.TOWN, first, 5))
        .isInstanceOfSatisfying(
            InvalidInputException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_SUPPORTED))
        .hasMessageContaining("version 3", "up to version 1");
    assertThat(recorded.store.stateline.simulations().find("first").status())
        .isEqualTo(SimulationStatus.COMPLETED);
    assertThatThrownBy(() -> recorded.replay(first, recorded.scenario(first, Recorded.TOWN)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("up to version 1");
  }

  @Test
  void a_missing_step_is_refused_and_both_versions_are_named() {
    Simulation first = recorded.run(Recorded.TOWN, "first", 3);
    StateFormat<Town> lost = new StateFormat<>(TownRules.CODEC, 2);

    assertThatThrownBy(
            () ->
                recorded.store.stateline.open(
                    first.id(), lost, TownRules.PROVENANCE, TakeOver.REFUSE))
        .isInstanceOfSatisfying(
            InvalidInputException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_SUPPORTED))
        .hasMessageStartingWith("the stored state of turn 3 of simulation 'first': ")
        .hasMessageContaining("from state version 1 to 2");
    assertThat(recorded.store.stateline.simulations().find("first").writer()).isEmpty();
  }

  private record Village(String name) {}

  @Test
  void a_stored_state_of_another_type_names_itself_when_it_is_opened_and_nothing_is_held() {
    Simulation first = recorded.run(Recorded.TOWN, "first", 3);
    StateFormat<Village> other = new StateFormat<>(JacksonStateCodec.of(Village.class), 1);

    assertThatThrownBy(
            () ->
                recorded.store.stateline.open(
                    first.id(), other, TownRules.PROVENANCE, TakeOver.REFUSE))
        .isInstanceOfSatisfying(
            InvalidInputException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_DOCUMENT))
        .hasMessageStartingWith("the stored state of turn 3 of simulation 'first': ");
    Simulation after = recorded.store.stateline.simulations().find("first");
    assertThat(after.status()).isEqualTo(SimulationStatus.COMPLETED);
    assertThat(after.writer()).isEmpty();
  }

  @Test
  void the_versions_at_the_heads_are_counted_by_scenario() {
    recorded.resume(NEW_TOWN, recorded.run(Recorded.TOWN, "first", 3), 5);
    recorded.run(Recorded.TOWN, "second", 3);
    recorded.store.played("by hand", 2);
    StoredVersions versions = recorded.store.stateline.storedVersions();

    assertThat(versions.atHeads(1000))
        .isEqualTo(Map.of("no scenario", Map.of(1, 1), "world", Map.of(1, 1, 3, 1)));
    assertThat(versions.atHeads(1)).isEqualTo(Map.of("world", Map.of(3, 1)));
  }
}
