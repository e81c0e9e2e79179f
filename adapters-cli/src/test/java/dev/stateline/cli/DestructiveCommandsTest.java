package dev.stateline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stateline.domain.simulation.Simulation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DestructiveCommandsTest {

  private final Program program = new Program();

  @BeforeEach
  void one_run() {
    program.run("run", "--name", "first");
  }

  @Test
  void without_a_terminal_and_without_yes_nothing_is_deleted() {
    assertThat(program.run("delete", "first")).isEqualTo(2);
    assertThat(program.err()).contains("This deletes simulation 'first'").contains("--yes");
    assertThat(program.run("show", "first")).isZero();
  }

  @Test
  void on_a_terminal_only_a_yes_deletes() {
    program.facts = Program.TERMINAL;
    program.answer = "no\n";
    assertThat(program.run("delete", "first")).isEqualTo(1);
    assertThat(program.err()).contains("Do it? [y/N] ").contains("Nothing was changed.");
    program.answer = "";
    assertThat(program.run("delete", "first")).isEqualTo(1);
    program.answer = "Y\n";
    assertThat(program.run("delete", "first")).isZero();
    assertThat(program.run("show", "first")).isEqualTo(3);
  }

  @Test
  void what_is_refused_leaves_no_mark_on_the_simulation() {
    assertThat(program.run("fork", "first@1", "--name", "other")).isZero();
    Simulation before = program.stateline().simulations().find("first");
    assertThat(program.run("delete", "first", "--yes")).isEqualTo(4);
    assertThat(program.run("archive", "--undo", "first")).isEqualTo(2);
    assertThat(program.stateline().simulations().find("first")).isEqualTo(before);
    assertThat(program.run("delete", "other", "--yes")).isZero();
    assertThat(program.run("delete", "first", "--yes")).isZero();
  }

  @Test
  void yes_deletes_without_asking() {
    assertThat(program.run("delete", "first", "--yes")).isZero();
    assertThat(program.err()).contains("is deleted");
  }

  @Test
  void an_archived_simulation_is_only_read_until_it_is_taken_back() {
    assertThat(program.run("archive", "first")).isEqualTo(2);
    assertThat(program.run("archive", "first", "--yes")).isZero();
    assertThat(program.run("resume", "first", "--turns", "9")).isEqualTo(2);
    assertThat(program.err()).contains("is archived");
    assertThat(program.run("show", "first")).isZero();
    assertThat(program.run("archive", "--undo", "first")).isZero();
    assertThat(program.run("archive", "--undo", "first")).isEqualTo(2);
    assertThat(program.run("resume", "first", "--turns", "9")).isZero();
  }
}
