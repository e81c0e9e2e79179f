package dev.stateline.bootstrap.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What counts as the same output, and what does not. */
class ShownOutputTest {

  private static final String ID = "01a206e0-bac0-7611-a45a-c2966bc533cf";
  private static final String OTHER = "01a206e7-6c79-76be-a577-d23479780a88";

  private final Words words = new Words();

  private boolean same(String shown, String actual, String... varying) {
    return new ShownOutput(shown.lines().toList(), Set.of(varying))
        .accepts(actual.lines().toList(), words);
  }

  @Test
  void times_and_sizes_may_differ() {
    assertThat(same("time a turn  32.6 ms (engine 21.4)", "time a turn  7.1 ms (engine 6.0)"))
        .isTrue();
    assertThat(same("world.db (3.8 MB)", "world.db (71.0 KB)")).isTrue();
    assertThat(same("at 2026-11-23T05:35:59.609055Z", "at 2026-11-27T09:13:22.617813Z")).isTrue();
    assertThat(same("by process 1754 on vm, that", "by process 7 on host, that")).isTrue();
  }

  @Test
  void words_numbers_and_simulated_times_may_not() {
    assertThat(same("turns        30 run", "turns        31 run")).isFalse();
    assertThat(same("OK first", "ok first")).isFalse();
    assertThat(same("2022-01-01T00:00:00Z", "2023-01-01T00:00:00Z")).isFalse();
    assertThat(same("3251052775624", "3251052775625")).isFalse();
  }

  @Test
  void milliseconds_in_a_table_may_differ_and_the_number_beside_them_may_not() {
    String shown = "turn  size   ms  encoding\n   1  9504   54  zstd";
    assertThat(same(shown, "turn  size   ms  encoding\n   1  9504  123  zstd")).isTrue();
    assertThat(same(shown, "turn  size   ms  encoding\n   1  9505   54  zstd")).isFalse();
  }

  @Test
  void an_id_is_the_same_one_throughout() {
    assertThat(same("id " + ID, "id " + OTHER)).isTrue();
    assertThat(same("again " + ID, "again " + OTHER)).isTrue();
    assertThat(same("again " + ID, "again " + ID)).isFalse();
  }

  @Test
  void a_word_that_varies_is_the_same_one_throughout() {
    assertThat(same("running 109 of 200", "running 3 of 200", "109")).isTrue();
    assertThat(same("from turn 109", "from turn 3", "109")).isTrue();
    assertThat(same("from turn 109", "from turn 4", "109")).isFalse();
    assertThat(words.asShown("at turn 3 of 30, 3.5", List.of("at turn 109 of 30, 3.4")))
        .isEqualTo("at turn 109 of 30, 3.5");
    assertThat(words.asShown("3 of 30", List.of("4 of 30"))).isEqualTo("3 of 30");
  }

  @Test
  void a_time_or_a_size_is_no_word_that_varies_though_it_has_the_same_digits() {
    assertThat(same("from turn 14", "from turn 31", "14")).isTrue();
    assertThat(
            same(
                "time 54.9 ms (engine 31.6, encoding 14.5, commit 8.8)",
                "time 70.1 ms (engine 41.2, encoding 17.9, commit 9.0)",
                "14"))
        .isTrue();
    assertThat(same("copied in 14 s.", "copied in 0.3 s.", "14")).isTrue();
    assertThat(same("(14 KB)", "(2.1 MB)", "14")).isTrue();
    assertThat(same("turn   ms  stored\n  14   14  9", "turn   ms  stored\n  31   20  9", "14"))
        .isTrue();
    assertThat(same("-14.692 %", "-14.692 %", "14")).isTrue();
  }

  @Test
  void a_line_more_or_less_is_a_difference_that_is_shown() {
    ShownOutput shown = new ShownOutput(List.of("one", "two"), Set.of());
    assertThat(shown.accepts(List.of("one", "two", "Next:"), words)).isFalse();
    assertThat(shown.accepts(List.of("one"), words)).isFalse();
    assertThat(shown.difference(List.of("one", "Next:")))
        .isEqualTo("    one\n  - two\n  + Next:\n");
  }

  @Test
  void dots_stand_for_lines_that_are_left_out() {
    assertThat(same("one\n...\nfour", "one\ntwo\nthree\nfour")).isTrue();
    assertThat(same("one\n...", "two\nthree")).isFalse();
  }
}
