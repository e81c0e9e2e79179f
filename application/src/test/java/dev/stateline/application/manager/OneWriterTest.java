package dev.stateline.application.manager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stateline.application.testworld.Town;
import dev.stateline.application.testworld.TownRules;
import dev.stateline.application.testworld.TownStore;
import dev.stateline.domain.commit.TakeOver;
import dev.stateline.domain.error.ConflictException;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.history.Head;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.time.TurnNumber;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OneWriterTest {

  private final TownStore store = new TownStore();

  @AfterEach
  void close() {
    store.close();
  }

  private Head stored(StateManager<Town> manager) {
    return store.persistence.states().head(manager.simulation().id());
  }

  @Test
  void a_second_writer_is_refused_and_told_who_writes() {
    try (StateManager<Town> manager = store.stateline.create(TownRules.spec("town"))) {
      SimulationId id = manager.simulation().id();

      assertThatThrownBy(() -> store.open(id))
          .isInstanceOfSatisfying(
              ConflictException.class,
              e -> {
                assertThat(e.code()).isEqualTo(ErrorCode.WRITER_PRESENT);
                assertThat(e.holder()).contains("the test");
              });
    }
  }

  @Test
  void closing_lets_the_next_writer_in() {
    StateManager<Town> first = store.stateline.create(TownRules.spec("town"));
    first.close();
    first.close();

    try (StateManager<Town> second = store.open(first.simulation().id())) {
      TownStore.play(second, 1);
      assertThat(second.head().turn()).isEqualTo(new TurnNumber(1));
    }
    Simulation after = store.stateline.simulations().find("town");
    assertThat(after.writer()).isEmpty();
    assertThat(after.epoch().value()).isEqualTo(2);
  }

  @Test
  void a_closed_manager_adds_nothing() {
    StateManager<Town> manager = store.stateline.create(TownRules.spec("town"));
    manager.close();

    assertThatThrownBy(() -> TownStore.play(manager, 1))
        .isInstanceOfSatisfying(
            ConflictException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.WRITER_FENCED));
    assertThat(stored(manager).turn()).isEqualTo(TurnNumber.ZERO);
  }

  @Test
  void a_manager_that_was_taken_over_adds_nothing_and_is_told_who_did() {
    StateManager<Town> former = store.stateline.create(TownRules.spec("town"));
    try (StateManager<Town> now =
        store
            .as("the successor")
            .open(
                former.simulation().id(), TownRules.FORMAT, TownRules.PROVENANCE, TakeOver.FORCE)) {
      TownStore.play(now, 1);

      assertThatThrownBy(() -> TownStore.play(former, 1))
          .isInstanceOfSatisfying(
              ConflictException.class,
              e -> {
                assertThat(e.code()).isEqualTo(ErrorCode.WRITER_FENCED);
                assertThat(e.holder()).contains("the successor");
              });
      former.close();
      TownStore.play(now, 1);
      assertThat(stored(now).turn()).isEqualTo(new TurnNumber(2));
    }
  }
}
