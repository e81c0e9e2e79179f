package dev.stateline.examples.world;

import static dev.stateline.examples.world.WorldRun.context;
import static dev.stateline.examples.world.WorldRun.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.stateline.domain.document.Document;
import dev.stateline.domain.engine.Scenario;
import dev.stateline.domain.engine.TurnResult;
import dev.stateline.domain.turn.Action;
import dev.stateline.domain.turn.Outcome;
import dev.stateline.examples.world.GeopoliticalState.Sanction;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class WorldEngineTest {

  private final Scenario<GeopoliticalState> scenario = WorldRun.open();
  private final GeopoliticalState initial = WorldRun.initial(scenario);

  private TurnResult<GeopoliticalState> step(GeopoliticalState state, List<Action> actions)
      throws Exception {
    return WorldRun.step(scenario, scenario.codec().encode(state), actions, context(1, 1));
  }

  private GeopoliticalState with(SortedMap<String, Nation> nations) {
    return new GeopoliticalState(
        initial.date(),
        initial.year(),
        initial.frontier(),
        nations,
        initial.treaties(),
        initial.sanctions(),
        initial.conflicts(),
        initial.events());
  }

  private static Action action(String actor, String kind, String details) {
    return new Action(actor, kind, json(details));
  }

  @Test
  void a_turn_is_a_year() throws Exception {
    TurnResult<GeopoliticalState> result = step(initial, List.of());

    assertThat(result.state().year()).isEqualTo(1993);
    assertThat(result.state().date()).isEqualTo("1993-01-01");
    assertThat(result.simulatedTime().orElseThrow()).hasToString("1993-01-01T00:00:00Z");
  }

  @Test
  void orders_are_carried_out() throws Exception {
    TurnResult<GeopoliticalState> result =
        step(
            initial,
            List.of(
                action("FRA", "arm", "{\"amount\":0.02}"),
                action("BRA", "sanction", "{\"nation\":\"ARG\"}"),
                action("PER", "attack", "{\"nation\":\"ECU\"}")));

    double before = initial.nations().get("FRA").military().effort();
    assertThat(result.state().nations().get("FRA").military().effort())
        .isCloseTo(before + 0.02, within(1e-6));
    assertThat(result.state().sanctions()).contains(new Sanction("BRA", "ARG", 1993));
    assertThat(result.outcomes()).extracting(Outcome::kind).contains("sanctions", "war_begun");
  }

  @Test
  void orders_without_sense_are_refused_with_a_report_and_change_nothing() throws Exception {
    List<Action> nonsense =
        List.of(
            action("FRA", "sing", "{}"),
            action("XXX", "invest", "{\"amount\":0.01}"),
            action("FRA", "attack", "{\"nation\":\"XXX\"}"),
            action("FRA", "attack", "{\"nation\":\"FRA\"}"),
            action("FRA", "attack", "{\"nation\":null}"),
            action("FRA", "arm", "{\"amount\":7}"),
            action("FRA", "arm", "{\"nation\":\"DEU\"}"));

    TurnResult<GeopoliticalState> refused = step(initial, nonsense);

    assertThat(refused.outcomes())
        .filteredOn(outcome -> outcome.kind().equals("refused"))
        .hasSize(nonsense.size());
    assertThat(refused.state().nations()).isEqualTo(step(initial, List.of()).state().nations());
  }

  @Test
  void a_change_in_one_corner_throws_no_dice_elsewhere() throws Exception {
    TreeMap<String, Nation> changed = new TreeMap<>(initial.nations());
    changed.computeIfPresent("MDG", (iso, nation) -> withMomentum(nation, 0.05));

    Map<String, Nation> here = step(initial, List.of()).state().nations();
    Map<String, Nation> there = step(with(changed), List.of()).state().nations();

    assertThat(here.keySet())
        .filteredOn(iso -> !here.get(iso).equals(there.get(iso)))
        .containsExactly("MDG");
  }

  private static Nation withMomentum(Nation nation, double momentum) {
    return new Nation(
        nation.name(),
        nation.gdp(),
        nation.population(),
        nation.growth(),
        momentum,
        nation.births(),
        nation.military(),
        nation.alignment(),
        nation.memory(),
        nation.tension());
  }

  @Test
  void a_nation_may_be_taken_off_the_board() throws Exception {
    TreeMap<String, Nation> fewer = new TreeMap<>(initial.nations());
    fewer.remove("IND");
    Document document = scenario.codec().encode(with(fewer));

    List<Action> actions =
        scenario.actionSource().actions(scenario.codec().decode(document), context(1, 1));
    GeopoliticalState next = step(with(fewer), actions).state();

    assertThat(next.nations()).hasSize(158);
    assertThat(next.treaties()).noneMatch(t -> t.a().equals("IND") || t.b().equals("IND"));
    assertThat(next.conflicts()).noneMatch(c -> c.attackers().contains("IND"));
  }

  @Test
  void threatened_nations_arm_and_safe_ones_do_not() throws Exception {
    List<Action> actions = scenario.actionSource().actions(initial, context(1, 1));
    TreeMap<String, Nation> tense = new TreeMap<>(initial.nations());
    tense.replaceAll((iso, nation) -> withTension(nation, 0.9));
    List<Action> alarmed = scenario.actionSource().actions(with(tense), context(1, 1));

    assertThat(arming(alarmed)).isGreaterThan(100).isGreaterThan(arming(actions) * 5);
  }

  private static Nation withTension(Nation nation, double level) {
    TreeMap<String, Double> tension = new TreeMap<>(nation.tension());
    tension.replaceAll((iso, before) -> level);
    return new Nation(
        nation.name(),
        nation.gdp(),
        nation.population(),
        nation.growth(),
        nation.momentum(),
        nation.births(),
        nation.military(),
        nation.alignment(),
        nation.memory(),
        tension);
  }

  private static long arming(List<Action> actions) {
    return actions.stream().filter(action -> action.kind().equals("arm")).count();
  }
}
