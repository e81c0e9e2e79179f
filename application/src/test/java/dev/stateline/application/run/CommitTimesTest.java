package dev.stateline.application.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class CommitTimesTest {

  private final CommitTimes times = new CommitTimes();

  private void add(int... millis) {
    for (int time : millis) {
      times.add(Duration.ofMillis(time));
    }
  }

  @Test
  void a_share_of_the_turns_kept_within_a_time_of_one_of_them() {
    add(5, 1, 4, 2, 3, 10, 9, 8, 7, 6);
    assertThat(times.within(0.5)).isEqualTo(Duration.ofMillis(5));
    assertThat(times.within(0.9)).isEqualTo(Duration.ofMillis(9));
    assertThat(times.within(0.99)).isEqualTo(Duration.ofMillis(10));
    assertThat(times.within(1)).isEqualTo(Duration.ofMillis(10));
  }

  @Test
  void one_turn_is_the_median_and_the_worst() {
    add(7);
    assertThat(times.within(0.5)).isEqualTo(Duration.ofMillis(7));
    assertThat(times.within(0.99)).isEqualTo(Duration.ofMillis(7));
  }

  @Test
  void where_there_was_no_turn_no_time_was_taken() {
    assertThat(times.within(0.5)).isZero();
  }

  @Test
  void many_turns_are_all_counted() {
    for (int i = 1; i <= 1000; i++) {
      add(i);
    }
    assertThat(times.within(0.99)).isEqualTo(Duration.ofMillis(990));
  }
}
