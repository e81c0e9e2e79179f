package dev.stateline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VerifyCommandTest {

  private final Program program = new Program();

  @BeforeEach
  void one_run() {
    program.run("run", "--name", "first");
  }

  private String receipt() {
    program.run("verify", "first");
    return program.out().lines().toList().get(1);
  }

  @Test
  void an_unchanged_history_verifies_and_prints_its_receipt() {
    assertThat(program.run("verify", "first")).isZero();
    assertThat(program.out())
        .startsWith("OK first: turns 0 to 4 are as they were written\n4:")
        .hasLineCount(2);
    program.run("verify", "first", "-o", "json");
    assertThat(Json.of(program.out()).at("/0/receipt")).isEqualTo("\"" + receipt() + "\"");
  }

  @Test
  void the_expected_receipt_may_be_of_an_earlier_turn() {
    String before = receipt();
    program.run("resume", "first", "--turns", "6");
    assertThat(program.run("verify", "first", "--expect", before)).isZero();
    assertThat(program.out()).contains("and those of the receipt");
  }

  @Test
  void another_receipt_is_a_row_and_exit_code_5() {
    String other = "3" + receipt().substring(1);
    assertThat(program.run("verify", "first", "--expect", other, "-o", "json")).isEqualTo(5);
    assertThat(Json.of(program.out()).at("/0/column")).isEqualTo("\"receipt\"");
    assertThat(program.err())
        .isEqualTo(
            "stateline: simulation 'first' is whole, its 5 turns as written, but does not match the"
                + " receipt: turn 3 has another chain hash than the receipt\n");
  }

  @Test
  void a_receipt_of_another_provenance_does_not_blame_the_data() {
    String receipt = receipt();
    String other = receipt.substring(0, receipt.lastIndexOf(':') + 1) + "0".repeat(64);
    assertThat(program.run("verify", "first", "--expect", other, "-o", "json")).isEqualTo(5);
    Json rows = Json.of(program.out());
    assertThat(rows.size()).isEqualTo(1);
    assertThat(rows.at("/0/column")).isEqualTo("\"receipt\"");
    assertThat(rows.at("/0/problem")).contains("another provenance");
    assertThat(program.err())
        .contains("is whole", "does not match the receipt", "another provenance")
        .doesNotContain("defect");
  }

  @Test
  void a_receipt_of_a_later_turn_says_where_the_history_ends() {
    String later = "9" + receipt().substring(1);
    assertThat(program.run("verify", "first", "--expect", later)).isEqualTo(5);
    assertThat(program.err()).contains("is whole", "the history ends before turn 9");
  }

  @Test
  void what_is_no_receipt_is_a_usage_error() {
    assertThat(program.run("verify", "first", "--expect", "abc")).isEqualTo(2);
    assertThat(program.err()).contains("a receipt is TURN:CHAIN_HASH:PROVENANCE_HASH");
  }

  @Test
  void a_split_run_that_comes_out_the_same_is_said_before_the_receipt() {
    assertThat(program.run("verify", "first", "--split", "2")).isZero();
    assertThat(program.out())
        .startsWith(
            "OK first: run to turn 4 in one go, and closed at turn 2 and resumed, it comes out as"
                + " recorded\nOK first: turns 0 to 4 are as they were written\n4:");
    program.run("verify", "first", "--split", "2", "-o", "json");
    assertThat(Json.of(program.out()).at("/0/split")).isEqualTo("2");
  }

  @Test
  void an_engine_that_keeps_something_between_turns_is_caught_by_a_split() {
    program.steps =
        () -> {
          int[] turns = {0};
          return () -> ++turns[0];
        };
    program.run("run", "--name", "second");
    assertThat(program.run("verify", "second")).isZero();
    assertThat(program.run("verify", "second", "--split", "2", "-o", "json")).isEqualTo(5);
    Json rows = Json.of(program.out());
    assertThat(rows.at("/0/turn_number")).isEqualTo("3");
    assertThat(rows.at("/0/part")).isEqualTo("\"state\"");
    assertThat(rows.at("/0/path")).isEqualTo("\"/all/0\"");
    assertThat(rows.at("/1/path")).isEqualTo("\"/count\"");
    assertThat(rows.at("/1/unbroken")).isEqualTo("6");
    assertThat(rows.at("/1/split")).isEqualTo("4");
    assertThat(program.err()).contains("closed at turn 2", "not in its state");
  }

  @Test
  void a_split_at_the_head_is_a_usage_error() {
    assertThat(program.run("verify", "first", "--split", "4")).isEqualTo(2);
    assertThat(program.err()).contains("give a turn before 4");
  }
}
