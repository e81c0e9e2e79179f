package dev.stateline.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stateline.application.manager.StateManager;
import dev.stateline.application.testworld.Town;
import dev.stateline.application.testworld.TownRules;
import dev.stateline.application.testworld.TownStore;
import dev.stateline.domain.simulation.WriterIdentity;
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
