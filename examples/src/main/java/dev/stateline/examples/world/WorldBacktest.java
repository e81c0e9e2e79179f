package dev.stateline.examples.world;

import dev.stateline.domain.engine.Backtest;
import dev.stateline.domain.engine.TurnContext;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.turn.Action;
import dev.stateline.examples.world.data.Past;
import dev.stateline.examples.world.data.WorldData;
import dev.stateline.examples.world.data.WorldData.Entry;
import dev.stateline.examples.world.parameters.WorldParameters;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * One run from the start year against the measured series. Cases are the nations with data in the
 * start year and in the year compared. The baselines know what the model knows: growth of the last
 * five years is measured over fewer where there are fewer, and never across a change of borders.
 */
final class WorldBacktest implements Backtest {

  static final String PERSISTENCE = "persistence";
  static final String CONSTANT_GROWTH = "constant growth of the last five years";
  static final String MEASURE = "mean |ln error|";

  private static final List<Integer> HORIZONS = List.of(10, 25);
  private static final int BASELINE_YEARS = 5;

  /** A compared variable: in the state, in the series, and its past growth. */
  private record Variable(
      String name,
      ToDoubleFunction<Nation> simulated,
      ToDoubleFunction<Entry> measured,
      Function<Past, List<Double>> growth) {}

  private static final List<Variable> VARIABLES =
      List.of(
          new Variable(
              "gdp",
              Nation::gdp,
              entry -> entry.gdp().getAsDouble(),
              past -> past.gdpGrowth(BASELINE_YEARS)),
          new Variable(
              "population",
              Nation::population,
              entry -> entry.population().getAsDouble(),
              past -> past.populationGrowth(BASELINE_YEARS)));

  private final WorldParameters parameters;
  private final WorldData data = WorldData.bundled();

  WorldBacktest(WorldParameters parameters) {
    this.parameters = parameters;
  }

  @Override
  public List<Row> run(long seed) {
    WorldScenario scenario = new WorldScenario(parameters);
    int start = parameters.startYear();
    GeopoliticalState state = scenario.initialState(context(0, seed)).state();
    List<Row> rows = new ArrayList<>();
    int done = 0;
    for (int turns : HORIZONS) {
      if (start + turns <= WorldData.LAST_YEAR) {
        state = advance(scenario, state, done, turns, seed);
        done = turns;
        for (Variable variable : VARIABLES) {
          rows.add(compare(variable, state, turns));
        }
      }
    }
    return rows;
  }

  private static GeopoliticalState advance(
      WorldScenario scenario, GeopoliticalState from, int done, int until, long seed) {
    RuleBasedActionSource source = scenario.actionSource();
    WorldEngine engine = scenario.engine();
    GeopoliticalState state = from;
    for (int turn = done + 1; turn <= until; turn++) {
      TurnContext context = context(turn, seed);
      List<Action> actions = source.actions(state, context);
      state = engine.processTurn(state, actions, context).state();
    }
    return state;
  }

  private static TurnContext context(int turn, long seed) {
    return TurnContext.of(new TurnNumber(turn), seed);
  }

  private Row compare(Variable variable, GeopoliticalState state, int turns) {
    int start = parameters.startYear();
    double model = 0;
    double persistence = 0;
    double constant = 0;
    int cases = 0;
    for (String iso : data.countedIn(start)) {
      Entry now = data.measured(iso, start + turns);
      if (now != null && now.counted() && state.nations().containsKey(iso)) {
        double truth = StrictMath.log(variable.measured().applyAsDouble(now));
        double before =
            StrictMath.log(variable.measured().applyAsDouble(data.measured(iso, start)));
        double growth = Past.mean(variable.growth().apply(new Past(data, iso, start)), 0);
        double simulated =
            StrictMath.log(variable.simulated().applyAsDouble(state.nations().get(iso)));
        model += StrictMath.abs(simulated - truth);
        persistence += StrictMath.abs(before - truth);
        constant += StrictMath.abs(before + turns * growth - truth);
        cases++;
      }
    }
    SortedMap<String, Double> baselines = new TreeMap<>();
    baselines.put(PERSISTENCE, persistence / cases);
    baselines.put(CONSTANT_GROWTH, constant / cases);
    return new Row(variable.name(), turns, cases, MEASURE, model / cases, baselines);
  }
}
