package dev.stateline.examples.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stateline.domain.engine.Scenario;
import dev.stateline.domain.engine.TurnContext;
import dev.stateline.domain.turn.Action;
import dev.stateline.examples.world.GeopoliticalState.Conflict;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorldInvariantsTest {

  @ParameterizedTest
  @CsvSource({"1992,1", "1992,-8589934592", "1957,3"})
  void two_hundred_years_stay_within_sane_bounds(int start, long seed) throws Exception {
    Scenario<GeopoliticalState> scenario =
        new WorldEngineProvider().open(WorldRun.json("{\"start_year\":" + start + "}"));
    GeopoliticalState state = WorldRun.initial(scenario);
    int nations = state.nations().size();
    for (int turn = 1; turn <= 200; turn++) {
      TurnContext context = WorldRun.context(turn, seed);
      List<Action> actions = scenario.actionSource().actions(state, context);
      state = scenario.engine().processTurn(state, actions, context).state();
      assertThat(state.nations()).hasSize(nations);
      state.nations().values().forEach(WorldInvariantsTest::is_sane);
      treaties_are_sound(state);
      conflicts_are_sound(state);
      tension_is_mutual(state);
      assertThat(state.events()).hasSizeLessThanOrEqualTo(GeopoliticalState.EVENTS_KEPT);
      check(people(state), 1e9, 2.5e10);
    }
    assertThat(scenario.codec().encode(state).size()).isLessThan(120_000);
  }

  private static double people(GeopoliticalState state) {
    return state.nations().values().stream().mapToDouble(Nation::population).sum();
  }

  private static void is_sane(Nation nation) {
    check(nation.population(), 1e3, 1e10);
    check(nation.income(), 20, 2e7);
    check(nation.growth(), -0.4, 0.35);
    check(nation.momentum(), -0.1, 0.1);
    check(nation.births(), -0.05, 0.2);
    check(nation.military().effort(), 0, 0.5);
    check(nation.military().arsenal(), 0, nation.gdp() * 10);
    check(nation.military().alert(), 0, 1);
    check(nation.alignment(), -4, 4);
    check(nation.memory(), 0, 1);
    check(Collections.max(withZero(nation.tension().values())), 0, 1);
    check(Collections.min(withZero(nation.tension().values())), 0, 1);
  }

  private static Collection<Double> withZero(Collection<Double> values) {
    return values.isEmpty() ? Collections.singleton(0.0) : values;
  }

  private static void check(double value, double min, double max) {
    // AssertJ alone would take most of the test's time: a million numbers are looked at.
    if (!(value >= min && value <= max)) {
      assertThat(value).isBetween(min, max);
    }
  }

  private static void treaties_are_sound(GeopoliticalState state) {
    assertThat(Set.copyOf(state.treaties())).hasSize(state.treaties().size());
    assertThat(state.treaties()).allMatch(treaty -> treaty.a().compareTo(treaty.b()) < 0);
    assertThat(state.nations().keySet().containsAll(parties(state))).isTrue();
  }

  private static Set<String> parties(GeopoliticalState state) {
    return state.treaties().stream()
        .flatMap(treaty -> Stream.of(treaty.a(), treaty.b()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static void conflicts_are_sound(GeopoliticalState state) {
    for (Conflict conflict : state.conflicts()) {
      assertThat(state.nations().keySet()).containsAll(conflict.attackers());
      assertThat(state.nations().keySet()).containsAll(conflict.defenders());
      assertThat(conflict.defenders()).isNotEmpty();
      assertThat(Collections.disjoint(conflict.attackers(), conflict.defenders())).isTrue();
      check(conflict.intensity(), 0.1, 1);
      check(conflict.deaths(), 0, 1e8);
    }
  }

  private static void tension_is_mutual(GeopoliticalState state) {
    state
        .nations()
        .forEach(
            (iso, nation) ->
                nation
                    .tension()
                    .forEach(
                        (other, level) ->
                            check(state.nations().get(other).tension().get(iso), level, level)));
  }
}
