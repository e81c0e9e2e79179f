package dev.stateline.application.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stateline.application.manager.SimulationSpec;
import dev.stateline.application.manager.StateManager;
import dev.stateline.application.testworld.Town;
import dev.stateline.application.testworld.TownRules;
import dev.stateline.application.testworld.TownStore;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.naming.SimulationName;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.turn.Provenance;
import dev.stateline.domain.turn.Receipt;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A run that was cut and resumed has the history of one that was not. */
class CutRunTest {

  private static final int LAST = 12;

  static IntStream cuts() {
    return IntStream.rangeClosed(0, LAST);
  }

  static Stream<List<Integer>> pairsOfCuts() {
    return cuts().boxed().flatMap(a -> cuts().filter(b -> b >= a).mapToObj(b -> List.of(a, b)));
  }

  private static void run(StateManager<Town> manager, int target) {
    SimulationCoordinator.of(manager, TownRules::actions, TownRules::processTurn)
        .build()
        .run(new TurnNumber(target), RunListener.NONE);
  }

  private static SimulationId unbroken(TownStore store) {
    try (StateManager<Town> manager = store.stateline.create(TownRules.spec("unbroken"))) {
      run(manager, LAST);
      return manager.simulation().id();
    }
  }

  @ParameterizedTest
  @MethodSource("pairsOfCuts")
  void cut_at_any_two_turns_it_has_the_same_chain(List<Integer> cuts) {
    try (TownStore store = new TownStore()) {
      SimulationId unbroken = unbroken(store);
      SimulationId id;
      try (StateManager<Town> manager = store.stateline.create(TownRules.spec("cut"))) {
        id = manager.simulation().id();
        run(manager, cuts.get(0));
      }
      store.clock.set(TownStore.NOW.plus(Duration.ofDays(1)));
      for (int target : List.of(cuts.get(1), LAST)) {
        try (StateManager<Town> manager = store.open(id)) {
          run(manager, target);
        }
      }

      assertThat(store.chain(id)).isEqualTo(store.chain(unbroken)).hasSize(LAST + 1);
      assertThat(receipt(store, "cut")).isEqualTo(receipt(store, "unbroken"));
    }
  }

  @ParameterizedTest
  @MethodSource("cuts")
  void killed_after_any_turn_it_has_the_same_chain(int cut) {
    try (TownStore store = new TownStore()) {
      SimulationId unbroken = unbroken(store);
      // A killed process changes no status, and its death ends its session.
      SimulationId id;
      try (StateManager<Town> killed = store.stateline.create(TownRules.spec("cut"))) {
        id = killed.simulation().id();
        TownStore.play(killed, cut);
      }
      try (StateManager<Town> manager = store.open(id)) {
        run(manager, LAST);
      }

      assertThat(store.chain(id)).isEqualTo(store.chain(unbroken));
    }
  }

  @Test
  void another_seed_gives_another_chain() {
    try (TownStore store = new TownStore()) {
      SimulationId unbroken = unbroken(store);
      SimulationId id;
      Provenance luckier = TownRules.PROVENANCE.withSeed(TownRules.SEED + 1);
      SimulationSpec<Town> other =
          SimulationSpec.of(
                  new SimulationName("other"), TownRules.FORMAT, TownRules.begin().state(), luckier)
              .simulatedTime(TownRules.begin().simulatedTime())
              .build();
      try (StateManager<Town> manager = store.stateline.create(other)) {
        id = manager.simulation().id();
        run(manager, LAST);
      }

      assertThat(store.chain(id).get(0)).isEqualTo(store.chain(unbroken).get(0));
      assertThat(store.chain(id).get(1)).isNotEqualTo(store.chain(unbroken).get(1));
    }
  }

  private static Receipt receipt(TownStore store, String name) {
    return store.stateline.simulations().find(name).head().receipt();
  }
}
