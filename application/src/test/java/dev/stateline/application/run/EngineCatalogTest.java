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
    EngineProvider found = new EngineCatalog(List.of(town, bazaar)).find("town");
    assertThat(found.scenario()).isEqualTo("town");
    assertThat(found.description()).isEqualTo(town.description());
  }

  @Test
  void all_of_them_stand_in_the_order_of_their_names() {
    assertThat(new EngineCatalog(List.of(town, bazaar)).all())
        .extracting(EngineProvider::scenario)
        .containsExactly("bazaar", "town");
  }

  @Test
  void of_two_providers_of_one_scenario_neither_is_taken_and_the_others_go_on() {
    EngineCatalog catalog = new EngineCatalog(List.of(town, bazaar, new TownProvider("town")));

    assertThat(catalog.find("bazaar").scenario()).isEqualTo("bazaar");
    assertThat(catalog.all()).hasSize(1);
    assertThat(catalog.problems()).singleElement().asString().contains("'town'");
    assertThatThrownBy(() -> catalog.find("town"))
        .isInstanceOfSatisfying(
            InvalidInputException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_CONFIGURATION))
        .hasMessageContaining("'town'")
        .hasMessageContaining(TownProvider.class.getName());
  }

  @Test
  void a_provider_without_a_name_stands_in_no_others_way_and_is_told() {
    for (String name : new String[] {null, "", "Upper case", "a/b"}) {
      EngineCatalog catalog = new EngineCatalog(List.of(town, new TownProvider(name)));

      assertThat(catalog.find("town").scenario()).isEqualTo("town");
      assertThat(catalog.problems())
          .singleElement()
          .asString()
          .contains("the provider gave", "in scenario, at " + TownProvider.class.getName());
      assertThatThrownBy(() -> catalog.find("bazaar"))
          .hasMessageContaining("known: town; cannot be used: the provider gave");
    }
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
