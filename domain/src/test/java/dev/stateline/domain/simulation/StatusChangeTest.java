package dev.stateline.domain.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stateline.domain.time.TurnNumber;
import org.junit.jupiter.api.Test;

class StatusChangeTest {

  private static String kept(String reason) {
    return StatusChange.failed(reason).reason().orElseThrow();
  }

  @Test
  void a_reason_is_cut_to_2000_code_points() {
    assertThat(kept("😀".repeat(3_000))).isEqualTo("😀".repeat(2_000));
    assertThat(kept("x".repeat(2_000))).hasSize(2_000);
  }

  @Test
  void what_is_not_printable_in_a_reason_becomes_a_space() {
    assertThat(kept("a\nb\tc\u001b[31md\u202ee\uD800f\uFEFFg\u2028h"))
        .isEqualTo("a b c [31md e f g h");
  }

  @Test
  void a_printable_reason_is_kept_as_it_is() {
    assertThat(kept("turn 3: Division durch 0 – 世界 😀"))
        .isEqualTo("turn 3: Division durch 0 – 世界 😀");
  }

  @Test
  void a_failure_has_a_reason_and_keeps_the_target() {
    assertThat(StatusChange.failed("why").status()).isEqualTo(SimulationStatus.FAILED);
    assertThat(StatusChange.failed("why").targetTurn()).isEmpty();
  }

  @Test
  void a_run_sets_the_target_and_takes_the_reason_away() {
    StatusChange change = StatusChange.running(new TurnNumber(9));

    assertThat(change.status()).isEqualTo(SimulationStatus.RUNNING);
    assertThat(change.targetTurn()).contains(new TurnNumber(9));
    assertThat(change.reason()).isEmpty();
  }

  @Test
  void any_other_step_changes_the_status_only() {
    assertThat(StatusChange.to(SimulationStatus.PAUSED).status())
        .isEqualTo(SimulationStatus.PAUSED);
    assertThat(StatusChange.to(SimulationStatus.PAUSED).reason()).isEmpty();
    assertThat(StatusChange.to(SimulationStatus.PAUSED).targetTurn()).isEmpty();
  }
}
