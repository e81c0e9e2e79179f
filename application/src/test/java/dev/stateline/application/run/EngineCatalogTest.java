package dev.stateline.application.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stateline.application.testworld.TownProvider;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.InvalidInputException;
import dev.stateline.domain.error.NotFoundException;
import dev.stateline.domain.spi.EngineProvider;
import java.util.List;
import org.junit.jupiter.api.Test;

class EngineCatalogTest {

  private final EngineProvider town = new TownProvider("town");
  private final EngineProvider bazaar = new TownProvider("bazaar");

  @Test
  void a_scenario_is_found_by_its_name() {
    assertThat(new EngineCatalog(List.of(town, bazaar)).find("town")).isSameAs(town);
  }

  @Test
  void all_of_them_stand_in_the_order_of_their_names() {
    assertThat(new EngineCatalog(List.of(town, bazaar)).all()).containsExactly(bazaar, town);
  }

  @Test
  void two_providers_of_one_scenario_are_refused() {
    assertThatThrownBy(() -> new EngineCatalog(List.of(town, new TownProvider("town"))))
        .isInstanceOfSatisfying(
            InvalidInputException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_CONFIGURATION))
        .hasMessageContaining("'town'")
        .hasMessageContaining(TownProvider.class.getName());
  }

  @Test
  void an_unknown_scenario_is_not_found_and_the_known_ones_are_listed() {
    assertThatThrownBy(() -> new EngineCatalog(List.of(town, bazaar)).find("twon"))
        .isInstanceOfSatisfying(
            NotFoundException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.SCENARIO_NOT_FOUND))
        .hasMessageContaining("'twon'")
        .hasMessageEndingWith("known: bazaar, town");
  }
}
