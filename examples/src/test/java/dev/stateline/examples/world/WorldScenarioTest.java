package dev.stateline.examples.world;

import static dev.stateline.examples.world.WorldRun.context;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stateline.codec.JacksonDocumentTools;
import dev.stateline.domain.document.Document;
import dev.stateline.domain.engine.Scenario;
import dev.stateline.domain.spi.EngineProvider;
import dev.stateline.domain.turn.Action;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class WorldScenarioTest {

  private final Scenario<GeopoliticalState> scenario = WorldRun.open();
  private final GeopoliticalState initial = WorldRun.initial(scenario);

  @Test
  void it_is_found_as_a_service() {
    assertThat(ServiceLoader.load(EngineProvider.class))
        .filteredOn(provider -> provider.scenario().equals("world"))
        .hasSize(1);
  }

  @Test
  void it_begins_in_1992_with_every_nation_that_was_measured() {
    assertThat(initial.nations()).hasSize(159);
    assertThat(scenario.initialState(context(0, 1)).simulatedTime().orElseThrow())
        .hasToString("1992-01-01T00:00:00Z");
    assertThat(scenario.lastTurn().value()).isEqualTo(30);
  }

  @Test
  void its_document_has_the_published_size() throws Exception {
    assertThat(scenario.codec().encode(initial).size()).isBetween(75_000, 90_000);
    assertThat(WorldRun.run(scenario, 30, 1))
        .allSatisfy(document -> assertThat(document.size()).isBetween(80_000, 110_000));
  }

  @Test
  void a_nation_is_found_at_its_json_pointer() {
    Document document = scenario.codec().encode(initial);
    JacksonDocumentTools tools = new JacksonDocumentTools();

    assertThat(tools.select(document, "/nations/FRA/gdp").orElseThrow().text())
        .isEqualTo(Long.toString((long) initial.nations().get("FRA").gdp()));
    assertThat(tools.select(document, "/nations/FRA/tension/DEU")).isPresent();
    assertThat(tools.select(document, "/nations/FRA/military/effort")).isPresent();
    assertThat(tools.select(document, "/date").orElseThrow().text()).isEqualTo("\"1992-01-01\"");
  }

  @Test
  void the_same_seed_gives_the_same_bytes_and_another_seed_does_not() throws Exception {
    List<Document> one = WorldRun.run(scenario, 30, 1);

    assertThat(WorldRun.run(WorldRun.open(), 30, 1)).isEqualTo(one);
    assertThat(WorldRun.run(scenario, 1, 2).get(0)).isNotEqualTo(one.get(0));
  }

  /** If this hash changes, so must {@link Scenario#engineVersion()}. */
  @Test
  void the_thirtieth_turn_has_the_hash_of_this_engine_version() throws Exception {
    assertThat(scenario.engineVersion()).isEqualTo("1");
    assertThat(WorldRun.run(scenario, 30, 1).get(29).hash().hex())
        .isEqualTo("55515669b94e4dd4692750f014d6f0f9eed627fb01512665aafaca51ecb0ca1a");
  }

  @Test
  void every_nation_acts_one_to_three_times_a_year_in_the_order_of_codes() throws Exception {
    List<Action> actions = scenario.actionSource().actions(initial, context(1, 1));

    assertThat(actions).extracting(Action::actor).isSorted();
    Map<String, Long> each =
        actions.stream()
            .collect(Collectors.groupingBy(Action::actor, TreeMap::new, Collectors.counting()));
    assertThat(each.keySet()).isEqualTo(initial.nations().keySet());
    assertThat(each.values()).allSatisfy(count -> assertThat(count).isBetween(1L, 3L));
  }
}
