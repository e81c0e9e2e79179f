package dev.stateline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RollbackCommandTest {

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
  void the_later_turns_stay_under_a_name_of_their_own_and_nobody_is_asked() {
    String end = list().at("/0/chain_hash");
    assertThat(program.run("rollback", "first@2")).isZero();
    assertThat(program.out()).containsPattern("first +paused +2 +first-until-4 ");
    assertThat(program.err())
        .contains("stateline resume first\n", "stateline history first-until-4\n");
    assertThat(program.run("verify", "first-until-4")).isZero();
    Json rows = list();
    assertThat(rows.at("/1/status")).isEqualTo("\"archived\"");
    assertThat(rows.at("/1/chain_hash")).isEqualTo(end);
    assertThat(rows.at("/1/parent_id")).isEqualTo(rows.at("/0/id"));
    assertThat(rows.at("/1/branch_turn")).isEqualTo("2");

    assertThat(program.run("resume", "first")).isZero();
    assertThat(list().at("/0/chain_hash")).isEqualTo(end);
  }

  @Test
  void the_tail_may_be_named_and_is_told_in_json() {
    assertThat(program.run("rollback", "first@head~1", "--tail", "rest", "-o", "json")).isZero();
    Json report = Json.of(program.out());
    assertThat(report.at("/0/head_turn")).isEqualTo("3");
    assertThat(report.at("/0/tail_name")).isEqualTo("\"rest\"");
    assertThat(report.at("/0/tail_id")).isEqualTo(list().at("/1/id"));
    assertThat(program.run("rollback", "first@1", "--tail", "rest")).isEqualTo(4);
  }

  @Test
  void discarding_asks_first() {
    assertThat(program.run("rollback", "first@2", "--discard")).isEqualTo(2);
    assertThat(program.err()).contains("deletes its turns after that, up to turn 4, for good");
    program.facts = Program.TERMINAL;
    program.answer = "n\n";
    assertThat(program.run("rollback", "first@2", "--discard")).isEqualTo(1);
    assertThat(list().at("/0/head_turn")).isEqualTo("4");
    program.answer = "y\n";
    assertThat(program.run("rollback", "first@2", "--discard")).isZero();
    assertThat(program.out()).containsPattern("first +paused +2 +- ");
    assertThat(list().size()).isEqualTo(1);
    assertThat(program.run("verify", "first")).isZero();
  }

  @Test
  void what_cannot_go_back_is_said_and_stays_as_it_is() {
    program.run("fork", "first@3", "--name", "second");
    assertThat(program.run("rollback", "first@2", "--discard", "--yes")).isEqualTo(4);
    assertThat(program.err()).contains("'second' needs them");
    assertThat(program.run("rollback", "first@4")).isEqualTo(2);
    assertThat(program.err()).contains("a turn before the head, turn 4");
    assertThat(program.run("rollback", "first@9")).isEqualTo(3);
    assertThat(program.run("rollback", "first@2", "--discard", "--tail", "rest")).isEqualTo(2);
    assertThat(list().at("/0/head_turn")).isEqualTo("4");
    assertThat(list().size()).isEqualTo(2);
  }
}
