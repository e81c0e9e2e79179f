package dev.stateline.examples.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stateline.domain.engine.Backtest.Row;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorldBacktestTest {

  private static List<Row> run(String parameters) {
    return WorldRun.PROVIDER.backtest(WorldRun.json(parameters)).orElseThrow().run(1);
  }

  @Test
  void it_compares_output_and_population_after_ten_and_twenty_five_years() {
    List<Row> rows = run("{}");

    assertThat(rows)
        .extracting(row -> row.variable() + " " + row.turns() + " " + row.cases())
        .containsExactly("gdp 10 158", "population 10 158", "gdp 25 158", "population 25 158");
    assertThat(rows).extracting(Row::measure).containsOnly("mean |ln error|");
  }

  @Test
  void it_stands_beside_two_simpler_forecasts() {
    for (Row row : run("{}")) {
      assertThat(row.baselines())
          .containsOnlyKeys("persistence", "constant growth of the last five years");
      assertThat(row.baselines().values())
          .allSatisfy(error -> assertThat(error).isFinite().isPositive());
    }
  }

  /** The errors published in docs/scenario-world.md, and a little room for other dice. */
  @Test
  void the_published_errors_hold() {
    List<Row> rows = run("{}");

    assertThat(rows.get(0).error()).isBetween(0.0, 0.27);
    assertThat(rows.get(1).error()).isBetween(0.0, 0.06);
    assertThat(rows.get(2).error()).isBetween(0.0, 0.60);
    assertThat(rows.get(3).error()).isBetween(0.0, 0.15);
  }

  @Test
  void years_without_data_to_compare_with_are_left_out() {
    assertThat(run("{\"start_year\":2005}")).extracting(Row::turns).containsOnly(10);
    assertThat(run("{\"start_year\":2015}")).isEmpty();
  }
}
