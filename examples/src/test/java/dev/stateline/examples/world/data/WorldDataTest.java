package dev.stateline.examples.world.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorldDataTest {

  private final WorldData data = WorldData.bundled();

  @ParameterizedTest
  @CsvSource({"1962,112", "1972,130", "1990,143", "1992,159", "2022,163"})
  void nations_with_output_and_population_are_counted(int year, int nations) {
    assertThat(data.countedIn(year)).hasSize(nations).isSorted();
  }

  @Test
  void units_are_dollars_and_persons() {
    WorldData.Entry america = data.measured("USA", 1950);

    assertThat(america.population()).hasValue(152_271_000);
    assertThat(america.gdp()).hasValue(15_240.0 * 152_271_000);
    assertThat(america.alignment()).hasValue(1.54614);
  }

  @Test
  void borders_are_borders_from_both_sides() {
    for (String iso : data.countedIn(2022)) {
      assertThat(data.neighbours(iso)).doesNotContain(iso);
      assertThat(data.neighbours(iso))
          .allSatisfy(other -> assertThat(data.neighbours(other)).contains(iso));
    }
    assertThat(data.neighbours("FRA")).contains("DEU", "ESP", "BEL");
  }

  @Test
  void the_past_ends_with_the_start_year() {
    Past before = new Past(data, "KOR", 1970);

    assertThat(data.until("KOR", 1970).lastKey()).isEqualTo(1970);
    assertThat(before.now().population()).isEqualTo(data.measured("KOR", 1970).population());
    assertThat(before.populationGrowth(5)).hasSize(5).allSatisfy(g -> assertThat(g).isPositive());
  }

  @Test
  void growth_is_not_measured_across_a_change_of_borders() {
    assertThat(new Past(data, "RUS", 1991).populationGrowth(5)).hasSize(5);
    assertThat(new Past(data, "RUS", 1992).populationGrowth(5)).isEmpty();
    assertThat(new Past(data, "RUS", 1995).populationGrowth(5)).hasSize(3);
  }

  @Test
  void votes_of_long_ago_no_longer_count() {
    assertThat(new Past(data, "ZAF", 1992).alignment(10)).isNaN();
    assertThat(new Past(data, "ZAF", 1975).alignment(10)).isPositive();
    assertThat(new Past(data, "FRA", 1992).alignment(10))
        .isEqualTo(data.measured("FRA", 1992).alignment().orElseThrow());
  }
}
