package dev.stateline.domain.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimulationStatusTest {

  @ParameterizedTest
  @CsvSource(
      useHeadersInDisplayName = true,
      value = {
        "FROM, CREATED, RUNNING, PAUSED, COMPLETED, FAILED, ARCHIVED",
        "CREATED, no, yes, no, no, no, yes",
        "RUNNING, no, yes, yes, yes, yes, yes",
        "PAUSED, no, yes, no, no, no, yes",
        "COMPLETED, no, yes, no, no, no, yes",
        "FAILED, no, yes, no, no, no, yes",
        "ARCHIVED, no, no, yes, yes, no, no"
      })
  void a_simulation_goes_from_one_status_to_another_only_so(
      SimulationStatus from,
      String created,
      String running,
      String paused,
      String completed,
      String failed,
      String archived) {
    String[] expected = {created, running, paused, completed, failed, archived};
    for (SimulationStatus next : SimulationStatus.values()) {
      assertThat(from.canBecome(next))
          .as("%s to %s", from, next)
          .isEqualTo(expected[next.ordinal()].equals("yes"));
    }
  }

  @Test
  void a_status_is_printed_in_lower_case() {
    assertThat(SimulationStatus.values())
        .extracting(SimulationStatus::text)
        .containsExactly("created", "running", "paused", "completed", "failed", "archived");
  }
}
