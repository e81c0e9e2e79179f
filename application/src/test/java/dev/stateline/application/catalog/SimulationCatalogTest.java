package dev.stateline.application.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stateline.application.manager.StateManager;
import dev.stateline.application.testworld.Town;
import dev.stateline.application.testworld.TownStore;
import dev.stateline.domain.error.ConflictException;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.Remedy;
import dev.stateline.domain.error.StatelineException;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.naming.SimulationName;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.simulation.SimulationStatus;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimulationCatalogTest {

  private final TownStore store = new TownStore();
  private final SimulationCatalog catalog = store.stateline.simulations();

  @AfterEach
  void close() {
    store.close();
  }

  private static AbstractThrowableAssert<?, ?> assertRefused(
      ErrorCode code, ThrowingCallable call) {
    return assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            StatelineException.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  @Test
  void a_simulation_is_found_by_its_name() {
    Simulation town = store.played("town", 1);

    assertThat(catalog.find("town").id()).isEqualTo(town.id());
    assertThat(catalog.isTaken(new SimulationName("town"))).isTrue();
    assertThat(catalog.isTaken(new SimulationName("Town"))).isFalse();
  }

  @Test
  void a_simulation_is_found_by_its_id_or_the_beginning_of_it_in_any_case() {
    Simulation town = store.played("town", 0);
    String id = town.id().toString();

    assertThat(catalog.find(id).name()).hasToString("town");
    assertThat(catalog.find(id.substring(0, 4)).name()).hasToString("town");
    assertThat(catalog.find(id.substring(0, 20)).name()).hasToString("town");
    assertThat(catalog.find(id.toUpperCase(Locale.ROOT)).name()).hasToString("town");
  }

  @Test
  void a_name_goes_before_the_beginning_of_an_id() {
    store.played("town", 0);
    store.played("0190", 0);

    assertThat(catalog.find("0190").name()).hasToString("0190");
  }

  @Test
  void fewer_than_4_characters_of_an_id_are_not_enough() {
    Simulation town = store.played("town", 0);

    assertRefused(
        ErrorCode.SIMULATION_NOT_FOUND, () -> catalog.find(town.id().toString().substring(0, 3)));
  }

  @Test
  void the_beginning_of_several_ids_is_ambiguous_and_two_are_named() {
    store.played("one", 0);
    store.played("two", 0);

    assertRefused(ErrorCode.AMBIGUOUS_REFERENCE, () -> catalog.find("01900000"))
        .hasMessageContaining("'01900000', for example 'one' and 'two'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "nowhere", "a@b", "0190%", "ffff", "----", "\u001b[31m", "_"})
  void anything_else_is_not_found(String reference) {
    store.played("town", 0);

    assertRefused(ErrorCode.SIMULATION_NOT_FOUND, () -> catalog.find(reference))
        .satisfies(
            e ->
                assertThat(((StatelineException) e).details().remedy())
                    .contains(Remedy.LIST_SIMULATIONS));
  }

  @Test
  void a_name_is_found_however_it_was_typed_and_a_lost_character_is_told() {
    SimulationName name = new SimulationName("caf\u00E9");
    store.played(name.value(), 0);

    assertThat(catalog.find("cafe\u0301").name()).isEqualTo(name);
    assertRefused(ErrorCode.INVALID_VALUE, () -> catalog.find("caf\uFFFD"))
        .hasMessageContaining("set the terminal's locale to UTF-8");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "0", "😀", "\u0000", "\uD800"})
  void a_wrong_reference_of_any_length_makes_a_short_message(String part) {
    assertRefused(ErrorCode.SIMULATION_NOT_FOUND, () -> catalog.find(part.repeat(10_000)))
        .message()
        .hasSizeLessThan(250);
  }

  @ParameterizedTest
  @ValueSource(strings = {"twon", "Town", "town@3", "town@@3", "towns", "own"})
  void what_may_have_been_meant_is_asked(String reference) {
    store.played("river", 0);
    store.played("town", 0);

    assertRefused(ErrorCode.SIMULATION_NOT_FOUND, () -> catalog.find(reference))
        .hasMessage("there is no simulation '" + reference + "' (did you mean 'town'?)");
  }

  @Test
  void simulations_are_listed_by_pages_in_the_order_of_their_creation() {
    store.played("c", 0);
    store.played("a", 0);
    store.played("b", 0);

    List<Simulation> first = catalog.list(Optional.empty(), 2);
    List<Simulation> second = catalog.list(Optional.of(first.get(1).id()), 2);

    assertThat(first).extracting(s -> s.name().value()).containsExactly("c", "a");
    assertThat(second).extracting(s -> s.name().value()).containsExactly("b");
  }

  @Test
  void an_archived_simulation_is_kept_and_can_be_taken_back() {
    SimulationId id = store.played("town", 2).id();

    catalog.archive(id);
    assertThat(catalog.find("town").status()).isEqualTo(SimulationStatus.ARCHIVED);
    assertRefused(ErrorCode.INVALID_STATUS_CHANGE, () -> catalog.archive(id));

    catalog.unarchive(id);
    assertThat(catalog.find("town").status()).isEqualTo(SimulationStatus.PAUSED);
    assertRefused(ErrorCode.INVALID_STATUS_CHANGE, () -> catalog.unarchive(id));
    assertThat(catalog.find("town").writer()).isEmpty();
    assertThat(store.chain(id)).hasSize(3);
  }

  @Test
  void a_deleted_simulation_is_gone_and_its_name_is_free() {
    SimulationId id = store.played("town", 2).id();

    catalog.delete(id);

    assertThat(catalog.isTaken(new SimulationName("town"))).isFalse();
    assertRefused(ErrorCode.SIMULATION_NOT_FOUND, () -> catalog.delete(id));
    assertThat(store.played("town", 0).id()).isNotEqualTo(id);
  }

  @Test
  void beside_a_living_writer_nothing_is_archived_taken_back_or_deleted() {
    SimulationId id = store.played("town", 2).id();
    List<BiConsumer<SimulationCatalog, SimulationId>> decisions =
        List.of(
            SimulationCatalog::archive, SimulationCatalog::unarchive, SimulationCatalog::delete);
    try (StateManager<Town> living = store.open(id)) {
      for (BiConsumer<SimulationCatalog, SimulationId> decision : decisions) {
        assertThatThrownBy(() -> decision.accept(catalog, id))
            .isInstanceOfSatisfying(
                ConflictException.class,
                e -> {
                  assertThat(e.code()).isEqualTo(ErrorCode.WRITER_PRESENT);
                  assertThat(e.holder()).contains("the test");
                });
      }
      TownStore.play(living, 1);
    }
    assertThat(catalog.find("town").status()).isEqualTo(SimulationStatus.CREATED);
    assertThat(catalog.find("town").head().turn().value()).isEqualTo(3);
  }

  @Test
  void what_is_not_there_cannot_be_archived() {
    assertRefused(
        ErrorCode.SIMULATION_NOT_FOUND, () -> catalog.archive(new SimulationId(new UUID(0, 1))));
  }
}
