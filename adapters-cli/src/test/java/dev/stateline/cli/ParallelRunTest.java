package dev.stateline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several simulations run by one command. */
class ParallelRunTest {

  private final Program program = new Program();

  @BeforeEach
  void one_run() {
    program.run("run", "--name", "first");
  }

  private Json list() {
    assertThat(program.run("list", "-o", "json")).isZero();
    return Json.of(program.out());
  }

  @Test
  void forks_of_one_turn_run_side_by_side_each_with_a_seed_of_its_own() {
    assertThat(
            program.run(
                "run",
                "--from",
                "first@2",
                "--forks",
                "3",
                "--rng",
                "reseed:5",
                "--name",
                "try",
                "--parallel",
                "2",
                "-o",
                "json"))
        .isZero();
    Json rows = Json.of(program.out());
    assertThat(rows.size()).isEqualTo(3);
    for (int i = 0; i < 3; i++) {
      assertThat(rows.at("/" + i + "/name")).isEqualTo("\"try-" + (i + 1) + "\"");
      assertThat(rows.at("/" + i + "/status")).isEqualTo("\"completed\"");
      assertThat(rows.at("/" + i + "/turns")).isEqualTo("2");
      assertThat(rows.at("/" + i + "/error")).isEqualTo("null");
    }
    assertThat(rows.at("/0/provenance_hash")).isNotEqualTo(rows.at("/1/provenance_hash"));
    assertThat(program.err())
        .contains("Running 3 simulations, 2 at a time, 6 turns in all")
        .contains("6 turns in", "3 of 3 simulations are where they were to stop");
  }

  @Test
  void forks_in_number_have_seeds_of_their_own_unless_they_are_to_inherit() {
    assertThat(seedsOf("--forks", "3", "--name", "try")).doesNotHaveDuplicates().hasSize(3);
    assertThat(program.err())
        .contains("Each has a seed of its own, 2 to 4; --rng inherit gives all that of 'first'.");
    assertThat(seedsOf("--forks", "3", "--name", "try2", "--rng", "inherit"))
        .containsOnly(list().at("/0/chain_hash"));
    assertThat(program.run("run", "--from", "first@2", "--name", "one", "--forks", "1")).isZero();
    assertThat(program.err())
        .contains("It draws the random numbers of 'first'; --rng reseed:S gives it others.");
  }

  /**
   * The chain hashes of forks: where nothing but their seeds can differ, equal as the seeds are.
   */
  private List<String> seedsOf(String... options) {
    List<String> line = new ArrayList<>(List.of("run", "--from", "first@2", "-o", "json"));
    line.addAll(List.of(options));
    assertThat(program.run(line.toArray(String[]::new))).isZero();
    Json rows = Json.of(program.out());
    return IntStream.range(0, rows.size()).mapToObj(i -> rows.at("/" + i + "/chain_hash")).toList();
  }

  @Test
  void two_simulations_really_run_at_the_same_time() throws Exception {
    CountDownLatch both = new CountDownLatch(2);
    program.run("fork", "first@2", "--name", "a");
    program.run("fork", "first@2", "--name", "b");
    program.atTurn =
        turn -> {
          both.countDown();
          try {
            both.await();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        };
    assertThat(program.run("resume", "a", "b", "--parallel", "2")).isZero();
    assertThat(program.out()).containsPattern("a +completed +4 +4 +2 +4:");
    assertThat(list().at("/1/chain_hash")).isEqualTo(list().at("/0/chain_hash"));
    assertThat(list().at("/2/chain_hash")).isEqualTo(list().at("/0/chain_hash"));
  }

  @Test
  void one_that_fails_stands_in_no_others_way_and_decides_the_exit_code() {
    program.run("fork", "first@2", "--name", "a");
    program.run("fork", "first@3", "--name", "b");
    program.atTurn =
        turn -> {
          if (turn.value() == 3) {
            throw new IllegalStateException("no third turn");
          }
        };
    assertThat(program.run("resume", "a", "b", "-o", "json")).isEqualTo(1);
    Json rows = Json.of(program.out());
    assertThat(rows.at("/0/status")).isEqualTo("\"failed\"");
    assertThat(rows.at("/0/error")).contains("no third turn");
    assertThat(rows.at("/0/turn_number")).isEqualTo("null");
    assertThat(rows.at("/1/status")).isEqualTo("\"completed\"");
    assertThat(program.err()).contains("stateline: turn 3 of simulation 'a' failed");
  }

  @Test
  void a_thread_that_a_scenario_left_interrupted_does_not_disturb_the_next_simulation() {
    program.run("fork", "first@1", "--name", "a");
    program.run("fork", "first@1", "--name", "b");
    program.atTurn = turn -> Thread.currentThread().interrupt();
    assertThat(program.run("resume", "a", "--parallel", "1")).isEqualTo(1);
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
    AtomicInteger turns = new AtomicInteger();
    program.atTurn =
        turn -> {
          if (turns.getAndIncrement() == 0) {
            Thread.currentThread().interrupt();
          }
        };
    assertThat(program.run("resume", "a", "b", "--parallel", "1")).isEqualTo(1);
    assertThat(program.out()).containsPattern("a +failed").containsPattern("b +completed");
    assertThat(program.err()).contains("left the thread interrupted").doesNotContain("null");
  }

  @Test
  void an_interrupt_stops_all_after_a_turn_and_what_waits_does_not_begin() {
    AtomicReference<Runnable> interrupt = new AtomicReference<>();
    program.interrupts =
        (action, lastWords) -> {
          interrupt.set(action);
          return () -> {};
        };
    program.run("fork", "first@1", "--name", "a");
    program.run("fork", "first@1", "--name", "b");
    program.atTurn = turn -> interrupt.get().run();
    assertThat(program.run("resume", "a", "b", "--parallel", "1")).isEqualTo(130);
    assertThat(program.out())
        .containsPattern("a +paused +2 +4 +1 +2:")
        .containsPattern("b +not begun +- +- +- +-");
    program.atTurn = turn -> {};
    assertThat(program.run("resume", "a", "b", "--parallel", "1")).isZero();
  }

  @Test
  void a_terminal_has_one_bar_for_all() {
    program.facts = Program.TERMINAL;
    program.run("run", "--from", "first@2", "--forks", "2", "--name", "try");
    assertThat(program.err()).contains("2 simulations 100% [", "4/4 turns");
  }

  @Test
  void options_that_do_not_fit_each_other_are_refused_and_nothing_is_made() {
    assertThat(program.run("run", "--parallel", "2")).isEqualTo(2);
    assertThat(program.run("run", "--forks", "2")).isEqualTo(2);
    assertThat(program.run("run", "--from", "first@2")).isEqualTo(2);
    assertThat(program.err()).contains("forks need --name");
    assertThat(program.run("run", "--from", "first@2", "--name", "x", "--seed", "3")).isEqualTo(2);
    assertThat(program.run("run", "--from", "first@2", "--name", "x", "--parallel", "999"))
        .isEqualTo(2);
    assertThat(program.run("resume", "first", "--parallel", "0")).isEqualTo(2);
    program.run("fork", "first@2", "--name", "x-2");
    assertThat(program.run("run", "--from", "first@2", "--name", "x", "--forks", "2")).isEqualTo(4);
    assertThat(list().size()).isEqualTo(2);
  }

  @Test
  void one_fork_has_the_name_as_it_is() {
    assertThat(program.run("run", "--from", "first@2", "--name", "x", "--turns", "3")).isZero();
    assertThat(program.out()).containsPattern("x +completed +3 +3 +1 ");
  }
}
