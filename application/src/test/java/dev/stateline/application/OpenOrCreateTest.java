package dev.stateline.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stateline.application.manager.SimulationSpec;
import dev.stateline.application.manager.StateManager;
import dev.stateline.application.testworld.Town;
import dev.stateline.application.testworld.TownRules;
import dev.stateline.application.testworld.TownStore;
import dev.stateline.domain.commit.TakeOver;
import dev.stateline.domain.document.Document;
import dev.stateline.domain.error.ConflictException;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.InvalidInputException;
import dev.stateline.domain.naming.SimulationName;
import dev.stateline.domain.port.IdSource;
import dev.stateline.domain.time.TurnNumber;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OpenOrCreateTest {

  private static final SimulationSpec<Town> SPEC = spec("{}");

  private final TownStore store = new TownStore();

  @AfterEach
  void close() {
    store.close();
  }

  private static SimulationSpec<Town> spec(String config) {
    return SimulationSpec.of(
            new SimulationName("town"),
            TownRules.FORMAT,
            new Town(0, 10, List.of()),
            TownRules.PROVENANCE)
        .config(Document.ofCanonical(config.getBytes(StandardCharsets.UTF_8)))
        .build();
  }

  @Test
  void a_program_that_is_started_again_goes_on_where_it_was() {
    try (StateManager<Town> first = store.stateline.openOrCreate(SPEC, TakeOver.REFUSE)) {
      TownStore.play(first, 2);
    }
    try (StateManager<Town> again = store.stateline.openOrCreate(SPEC, TakeOver.REFUSE)) {
      assertThat(again.head().turn()).isEqualTo(new TurnNumber(2));
      TownStore.play(again, 1);
      assertThat(again.head().turn()).isEqualTo(new TurnNumber(3));
    }
  }

  @Test
  void one_that_began_in_another_way_is_refused() {
    store.stateline.openOrCreate(SPEC, TakeOver.REFUSE).close();

    assertThatThrownBy(() -> store.stateline.openOrCreate(spec("{\"people\":7}"), TakeOver.REFUSE))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("'town' is there already, with another configuration");
    SimulationSpec<Town> reseeded =
        SimulationSpec.of(
                SPEC.name(),
                SPEC.format(),
                SPEC.initial().state(),
                TownRules.PROVENANCE.withSeed(TownRules.PROVENANCE.seed() + 1))
            .build();
    assertThatThrownBy(() -> store.stateline.openOrCreate(reseeded, TakeOver.REFUSE))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("with the seed " + TownRules.PROVENANCE.seed());
  }

  @Test
  void a_living_writer_is_named_or_taken_over() {
    try (StateManager<Town> living = store.stateline.openOrCreate(SPEC, TakeOver.REFUSE)) {
      Stateline other = store.as("the other");
      assertThatThrownBy(() -> other.openOrCreate(SPEC, TakeOver.REFUSE))
          .isInstanceOfSatisfying(
              ConflictException.class,
              e -> assertThat(e.code()).isEqualTo(ErrorCode.WRITER_PRESENT));
      other.openOrCreate(SPEC, TakeOver.FORCE).close();
      assertThatThrownBy(() -> TownStore.play(living, 1)).isInstanceOf(ConflictException.class);
    }
  }

  @Test
  void one_that_another_program_makes_at_the_same_moment_is_opened() {
    // Ids are asked for between the look and the creation.
    IdSource meanwhile =
        () -> {
          if (store.persistence.simulations().find(SPEC.name()).isEmpty()) {
            try (StateManager<Town> quicker = store.stateline.create(SPEC)) {
              TownStore.play(quicker, 1);
            }
          }
          return store.ids.next();
        };
    Stateline late = Stateline.builder().persistence(store.persistence).ids(meanwhile).build();

    try (StateManager<Town> opened = late.openOrCreate(SPEC, TakeOver.REFUSE)) {
      assertThat(opened.head().turn()).isEqualTo(new TurnNumber(1));
    }
  }
}
