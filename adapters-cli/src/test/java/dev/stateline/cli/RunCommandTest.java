package dev.stateline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stateline.cli.session.Interrupts;
import dev.stateline.cli.terminal.TerminalFacts;
import dev.stateline.domain.measure.Figure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunCommandTest {

  @TempDir private Path folder;

  private final Program program = new Program();

  @Test
  void a_run_ends_with_a_summary_and_what_to_do_next() {
    assertThat(program.run("run", "--name", "first", "--db", "my db")).isZero();
    assertThat(program.out())
        .contains("simulation   first (")
        .contains("status       completed at turn 4")
        .contains("turns        4 run, 4 of 4 in all")
        .containsPattern("commits      median [0-9.]+ ms, 99 % within [0-9.]+ ms\n")
        .containsPattern("receipt      4:[0-9a-f]{64}:[0-9a-f]{64}\n");
    assertThat(program.err())
        .contains("Running 'first' from turn 0 to turn 4")
        .contains("  stateline show first@4 --db 'my db'\n")
        .contains("  stateline verify first --expect 4:");
  }

  @Test
  void a_summary_in_json_is_an_array_of_one_object() {
    assertThat(program.run("run", "--turns", "2", "-o", "json")).isZero();
    Json rows = Json.of(program.out());
    assertThat(rows.size()).isEqualTo(1);
    assertThat(rows.at("/0/turn_number")).isEqualTo("2");
    assertThat(rows.at("/0/name")).isEqualTo("\"world\"");
    assertThat(rows.at("/0/commit_ms")).matches("[0-9.]+");
    assertThat(rows.at("/0/commit_median_ms")).matches("[0-9.]+");
    assertThat(rows.at("/0/commit_p99_ms")).matches("[0-9.]+");
  }

  @Test
  void what_was_measured_is_written_to_a_file_however_the_run_ends() throws IOException {
    Path file = folder.resolve("run.prom");
    program.shown.show(List.of(Figure.total("written_turns_total", "Written.", () -> 4)));
    assertThat(program.run("run", "--name", "first", "--metrics", file.toString())).isZero();
    assertThat(file).hasContent("stateline_written_turns_total 4.0\n");

    Files.delete(file);
    program.atTurn =
        turn -> {
          throw new IllegalStateException("broken");
        };
    assertThat(program.run("resume", "first", "--turns", "9", "--metrics", file.toString()))
        .isEqualTo(1);
    assertThat(file).hasContent("stateline_written_turns_total 4.0\n");
    assertThat(folder).isDirectoryContaining(file::equals).isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void a_metrics_file_in_no_folder_is_refused_before_the_run() {
    String file = folder.resolve("no").resolve("run.prom").toString();
    assertThat(program.run("run", "--metrics", file)).isEqualTo(2);
    assertThat(program.err()).contains("--metrics wants a file in a folder that is there");
    assertThat(program.wasOpened).isFalse();
  }

  @Test
  void a_run_without_a_terminal_draws_no_bar() {
    program.run("run");
    assertThat(program.err()).doesNotContain("\r").doesNotContain("%");
  }

  @Test
  void a_short_run_on_a_terminal_draws_a_bar_with_its_time_and_no_unknown_rate() {
    program.facts = Program.TERMINAL;
    program.run("run");
    assertThat(program.err())
        .contains("\rworld 100% [")
        .contains("4/4 turns (0:00:00 / 0:00:00)")
        .doesNotContain("?  turns/s", "? turns/s");
    assertThat(program.out()).doesNotContain("\r");
  }

  @Test
  void an_interrupt_ends_the_run_after_its_turn_and_the_run_can_be_resumed() {
    AtomicReference<Runnable> interrupt = new AtomicReference<>();
    program.interrupts =
        (action, lastWords) -> {
          interrupt.set(action);
          return () -> {};
        };
    program.atTurn =
        turn -> {
          if (turn.value() == 2) {
            interrupt.get().run();
          }
        };
    assertThat(program.run("run")).isEqualTo(130);
    assertThat(program.out()).contains("paused at turn 2").contains("receipt");
    assertThat(program.err())
        .contains("Stopping after this turn", "finished turns are safe")
        .contains("stateline resume world");

    program.atTurn = turn -> {};
    assertThat(program.run("resume", "world")).isZero();
    assertThat(program.out()).contains("completed at turn 4").contains("2 run, 4 of 4");
  }

  @Test
  void the_last_words_of_a_second_interrupt_name_a_turn_that_is_safe() {
    AtomicReference<Runnable> second = new AtomicReference<>();
    program.interrupts =
        (action, lastWords) -> {
          second.set(lastWords);
          return () -> {};
        };
    program.atTurn =
        turn -> {
          if (turn.value() == 3) {
            second.get().run();
          }
        };
    assertThat(program.run("run")).isZero();
    assertThat(program.err())
        // Turn 2 may be on its way to the disk while turn 3 is computed.
        .containsPattern(
            "Stopped at once: turn [12] of 'world' is safe, and 'stateline resume world' goes on"
                + " from there\\.");
  }

  @Test
  void a_program_in_the_background_draws_no_bar_and_clears_no_line() {
    program.facts = new TerminalFacts(true, true, true, 100, false, true, () -> false);
    assertThat(program.run("run")).isZero();
    assertThat(program.err()).contains("Running 'world'").doesNotContain("\r", "\u001b", "100%");
  }

  @Test
  void an_engine_that_throws_ends_in_one_line_and_exit_code_1() {
    program.atTurn =
        turn -> {
          throw new IllegalStateException("no \u001b[31mfuel");
        };
    assertThat(program.run("run")).isEqualTo(1);
    assertThat(program.err())
        .contains(
            "turn 1 of simulation 'world' failed: the action source of scenario 'world' threw"
                + " IllegalStateException in actions, at ")
        .contains(": no \\u001b[31mfuel; turn 0 is safe")
        .doesNotContain("\tat ");
  }

  @Test
  void debug_shows_the_stack_trace() {
    program.atTurn =
        turn -> {
          throw new IllegalStateException("no fuel");
        };
    assertThat(program.run("run", "--debug")).isEqualTo(1);
    assertThat(program.err()).contains("\tat dev.stateline.");
  }

  @Test
  void resuming_what_is_complete_says_so_and_names_the_option() {
    program.run("run");
    assertThat(program.run("resume", "world")).isZero();
    assertThat(program.err()).contains("is completed at turn 4").contains("--turns 14");
    assertThat(program.run("resume", "world", "--turns", "6")).isZero();
    assertThat(program.out()).contains("2 run, 6 of 6");
  }

  @Test
  void resuming_to_the_turn_of_a_paused_head_says_that_it_is_there_already() {
    AtomicReference<Runnable> interrupt = new AtomicReference<>();
    program.interrupts =
        (action, lastWords) -> {
          interrupt.set(action);
          return () -> {};
        };
    program.atTurn = turn -> interrupt.get().run();
    assertThat(program.run("run")).isEqualTo(130);
    assertThat(program.run("resume", "world", "--turns", "1")).isZero();
    assertThat(program.err())
        .contains("Simulation 'world' is at turn 1 already")
        .doesNotContain("Running", "Ctrl-C");
  }

  @Test
  void a_run_that_is_not_kept_says_so_and_proposes_nothing() {
    program.kept = false;
    program.interrupts =
        (action, lastWords) -> {
          action.run();
          return () -> {};
        };
    assertThat(program.run("run")).isEqualTo(130);
    assertThat(program.err())
        .contains("Stopping after this turn")
        .doesNotContain("are safe", "stateline resume");
    program.interrupts = Interrupts.NONE;
    assertThat(program.run("run")).isZero();
    assertThat(program.out()).contains("completed at turn 4");
    assertThat(program.err())
        .contains("Nothing of this run was kept: persistence is in memory")
        .doesNotContain("Next:", "stateline show");
  }

  @Test
  void resuming_to_a_turn_before_the_head_is_refused() {
    program.run("run");
    assertThat(program.run("resume", "world", "--turns", "3")).isEqualTo(2);
    assertThat(program.err()).contains("is at turn 4 already");
  }

  @Test
  void a_name_that_is_taken_is_a_conflict() {
    program.run("run", "--name", "first");
    assertThat(program.run("run", "--name", "first")).isEqualTo(4);
    assertThat(program.out()).isEmpty();
  }

  @Test
  void an_unknown_scenario_is_not_found() {
    assertThat(program.run("run", "--scenario", "chess")).isEqualTo(3);
    assertThat(program.err()).contains("known: world");
  }

  @Test
  void a_bad_name_turn_or_seed_is_a_usage_error_that_says_what_is_allowed() {
    assertThat(program.run("run", "--name", "a@b")).isEqualTo(2);
    assertThat(program.err()).contains("must not contain '@'");
    assertThat(program.run("run", "--turns", "-1")).isEqualTo(2);
    assertThat(program.err()).contains("a turn is a number from 0 to 1000000000, not '-1'");
    assertThat(program.run("run", "--seed", "1.5")).isEqualTo(2);
    assertThat(program.err()).contains("a seed is a whole number").contains("not '1.5'");
  }

  @Test
  void another_engine_is_said_in_one_line_and_refused_if_the_same_is_required() {
    program.run("run", "--turns", "1");
    assertThat(program.run("resume", "world", "--turns", "2", "--require-same-engine")).isZero();
    program.engineVersion = "2";
    assertThat(program.run("resume", "world", "--turns", "3", "--require-same-engine"))
        .isEqualTo(2);
    assertThat(program.err()).contains("tally 1", "tally 2").hasLineCount(1);
    assertThat(program.run("resume", "world", "--turns", "3")).isZero();
    assertThat(program.err().lines().toList().get(0)).contains("tally 1", "tally 2");
    assertThat(program.run("resume", "world", "--turns", "4")).isZero();
    assertThat(program.err()).doesNotContain("tally");
  }
}
