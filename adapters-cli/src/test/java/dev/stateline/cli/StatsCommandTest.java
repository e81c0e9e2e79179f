package dev.stateline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stateline.domain.spi.DatabaseStatus;
import dev.stateline.domain.spi.DatabaseStatus.TableSize;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StatsCommandTest {

  private final Program program = new Program();

  @BeforeEach
  void a_run_and_a_fork_of_it() {
    program.run("run", "--name", "first", "--turns", "4");
    program.run("fork", "first@2", "--name", "other");
    program.run("resume", "other", "--turns", "5");
    program.status =
        () ->
            Optional.of(
                new DatabaseStatus(
                    "a test's",
                    "Engine 7",
                    List.of(),
                    List.of(new TableSize("turns", OptionalLong.of(8), OptionalLong.empty())),
                    OptionalLong.of(5000)));
  }

  @Test
  void a_turn_that_a_fork_shares_counts_for_the_simulation_that_it_branched_from() {
    assertThat(program.run("stats")).isZero();
    assertThat(program.out())
        .containsPattern("stateline_simulation_turns +simulation=first +5\n")
        .containsPattern("stateline_simulation_turns +simulation=other +3\n")
        .containsPattern("stateline_simulations +status=completed +2\n");
  }

  @Test
  void a_turn_counts_once_after_a_rollback_too() {
    assertThat(program.run("rollback", "first@3", "--yes")).isZero();
    assertThat(program.run("resume", "first", "--turns", "6")).isZero();
    program.run("stats");
    // Turns 0 to 6 of the one, turn 4 of its former end, and turns 3 to 5 of the fork.
    assertThat(turns()).containsExactlyInAnyOrder(7, 1, 3);
  }

  private List<Integer> turns() {
    return Pattern.compile("stateline_simulation_turns +simulation=.* +(\\d+)\n")
        .matcher(program.out())
        .results()
        .map(found -> Integer.valueOf(found.group(1)))
        .toList();
  }

  @Test
  void a_table_shows_numbers_in_their_units() {
    program.run("stats");
    assertThat(program.out())
        .containsPattern("stateline_database_bytes +5.0 KB\n")
        .containsPattern("stateline_simulation_processing_seconds +simulation=first +[0-9.]+ ms\n")
        .containsPattern("stateline_table_rows +table=turns +8\n");
  }

  @Test
  void json_has_an_object_a_number_with_its_labels() {
    program.run("stats", "-o", "json");
    assertThat(program.out())
        .contains("{\"metric\":\"stateline_database_bytes\",\"labels\":{},\"value\":5000}")
        .contains(
            "{\"metric\":\"stateline_simulation_turns\",\"labels\":{\"simulation\":\"other\"},"
                + "\"value\":3}");
    program.shown = new ShownMetrics();
    program.run("stats", "-o", "csv");
    assertThat(program.out())
        .startsWith("metric,labels,value\n")
        .contains("stateline_database_bytes,{},5000\n");
  }

  @Test
  void the_text_for_prometheus_is_printed_as_it_is() {
    assertThat(program.run("stats", "-o", "prometheus")).isZero();
    assertThat(program.out()).startsWith("stateline_database_bytes 5000.0\n");
    assertThat(program.out()).isEqualTo(program.shown.prometheus());
  }

  @Test
  void a_database_without_a_schema_is_measured_too() {
    program.status = Optional::empty;
    assertThat(program.run("stats")).isZero();
    assertThat(program.out())
        .doesNotContain("stateline_database_bytes")
        .contains("stateline_simulation_turns");
  }

  @Test
  void another_format_is_refused() {
    assertThat(program.run("stats", "-o", "xml")).isEqualTo(2);
    assertThat(program.err())
        .contains("a format is one of table, json, csv, prometheus, not 'xml'");
  }
}
