package dev.stateline.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stateline.application.manager.NewTurn;
import dev.stateline.application.manager.SimulationSpec;
import dev.stateline.application.manager.StateManager;
import dev.stateline.application.testworld.Town;
import dev.stateline.application.testworld.TownRules;
import dev.stateline.application.testworld.TownStore;
import dev.stateline.application.verify.VerificationReport;
import dev.stateline.domain.commit.WriterIdentity;
import dev.stateline.domain.document.Document;
import dev.stateline.domain.naming.SimulationName;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.turn.Transition;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StatelineTest {

  @Test
  void a_persistence_must_be_given() {
    assertThatThrownBy(() -> Stateline.builder().build())
        .isInstanceOf(NullPointerException.class)
        .hasMessageContaining("a persistence must be given");
  }

  @Test
  void a_program_may_keep_states_and_nothing_else() {
    Town village = new Town(0, 10, List.of());
    Town town = new Town(1, 20, List.of(3));
    try (TownStore store = new TownStore()) {
      Stateline stateline = Stateline.builder().persistence(store.persistence).build();
      try (StateManager<Town> manager =
          stateline.create(
              SimulationSpec.of(
                      new SimulationName("town"), TownRules.FORMAT, village, TownRules.PROVENANCE)
                  .build())) {
        manager.addState(NewTurn.of(town));
        assertThat(manager.currentState()).isEqualTo(town);
        assertThat(manager.stateAt(TurnNumber.ZERO)).isEqualTo(village);
        assertThat(
                stateline.history().transitionAt(manager.simulation().id(), manager.head().turn()))
            .map(Transition::actions)
            .contains(Document.EMPTY_ARRAY);
        assertThat(manager.simulation().config()).isEqualTo(Document.EMPTY_OBJECT);
        assertThat(manager.simulation().targetTurn()).isEmpty();
        VerificationReport report = stateline.verifier().verify(manager.simulation().id());
        assertThat(report.isClean()).isTrue();
        assertThat(report.receipt()).isEqualTo(manager.head().receipt());
      }
    }
  }

  @Test
  void everything_but_the_persistence_has_a_default() {
    try (TownStore store = new TownStore()) {
      Stateline stateline = Stateline.builder().persistence(store.persistence).build();
      try (StateManager<Town> manager = stateline.create(TownRules.spec("town"))) {
        assertThat(manager.simulation().id().value().version()).isEqualTo(7);
        assertThat(stateline.simulations().find("town").writer().map(WriterIdentity::toString))
            .isEqualTo(Optional.of("process " + ProcessHandle.current().pid()));
      }
    }
  }
}
