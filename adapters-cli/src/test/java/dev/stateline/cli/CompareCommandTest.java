package dev.stateline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CompareCommandTest {

  private final Program program = new Program();

  @BeforeEach
  void runs_that_part_at_turn_3() {
    program.run("run", "--name", "first");
    program.run("run", "--name", "again");
    program.run("run", "--name", "other", "--seed", "3");
    program.run("run", "--name", "short", "--turns", "2");
  }

  @Test
  void equal_runs_are_exit_code_0() {
    assertThat(program.run("compare", "first", "again")).isZero();
    assertThat(program.out()).containsPattern("again +equal +- +- +- +4");
    assertThat(program.err()).contains("first and again are equal up to turn 4.");
  }

  @Test
  void runs_that_part_are_exit_code_5_with_turn_and_paths() {
    assertThat(program.run("compare", "first", "other")).isEqualTo(5);
    assertThat(program.out())
        .isEqualTo(
            """
                                                   provenance
            run    relation  parts at turn  in     differs     compared to turn
            other  diverged              3  state  seed                       4

            in     change   path    first  other
            state  added    /all/1  -      2
            state  changed  /half   1.5    3.5
            """);
    assertThat(program.err())
        .contains(
            "first and other part at turn 3, in state (not the same: seed);"
                + " the states have 2 differences: 1 added, 1 changed; under /all 1, /half 1.");
  }

  @Test
  void a_table_is_bounded_and_says_so() {
    assertThat(program.run("compare", "first", "other", "--limit", "1")).isEqualTo(5);
    assertThat(program.out()).contains("/all/1").doesNotContain("/half");
    assertThat(program.err()).contains("1 more paths differ; --limit shows more, -o json all.");
  }

  @Test
  void json_has_a_row_a_run_with_all_that_differs() {
    assertThat(program.run("compare", "first", "other", "short", "-o", "json")).isEqualTo(5);
    Json rows = Json.of(program.out());
    assertThat(rows.size()).isEqualTo(2);
    assertThat(rows.at("/0/relation")).isEqualTo("\"diverged\"");
    assertThat(rows.at("/0/turn_number")).isEqualTo("3");
    assertThat(rows.at("/0/aspects")).isEqualTo("[\"state\"]");
    assertThat(rows.at("/0/provenance")).isEqualTo("[\"seed\"]");
    assertThat(rows.at("/0/differences"))
        .isEqualTo(
            "[{\"after\":2,\"aspect\":\"state\",\"before\":null,\"change\":\"added\","
                + "\"path\":\"/all/1\",\"path_before\":null},"
                + "{\"after\":3.5,\"aspect\":\"state\",\"before\":1.5,\"change\":\"changed\","
                + "\"path\":\"/half\",\"path_before\":\"/half\"}]");
    assertThat(rows.at("/1/relation")).isEqualTo("\"beginning\"");
    assertThat(rows.at("/1/turn_number")).isEqualTo("null");
    assertThat(rows.at("/1/differences")).isEqualTo("[]");
  }

  @Test
  void several_runs_are_put_into_groups_of_equal_ones() {
    program.run("run", "--name", "another", "--seed", "3");
    assertThat(program.run("compare", "first", "other", "again", "another")).isEqualTo(5);
    assertThat(program.err())
        .contains("As far as all of them go, these are equal: first, again; other, another.");
  }

  @Test
  void a_run_of_another_length_is_no_divergence() {
    assertThat(program.run("compare", "first", "short")).isZero();
    assertThat(program.err())
        .contains("short is the beginning of first: they are equal up to its last turn, 2.");
    assertThat(program.run("compare", "short", "other")).isZero();
    assertThat(program.err()).contains("short is the beginning of other");
    assertThat(program.run("compare", "first", "other", "--to", "2")).isZero();
    assertThat(program.err()).contains("first and other are equal up to turn 2.");
  }

  @Test
  void a_curve_has_a_row_a_turn_with_the_value_of_each_run() {
    assertThat(program.run("compare", "first", "other", "--path", "/half", "--exit-code"))
        .isEqualTo(5);
    assertThat(program.run("compare", "first", "first", "--path", "/half", "--exit-code")).isZero();
    assertThat(program.run("compare", "first", "other", "short", "--path", "/half")).isZero();
    assertThat(program.out())
        .isEqualTo(
            """
            turn  first  other  difference    relative  short  difference  relative
               0  0      0        +0.00000           -  0        +0.00000         -
               1  0.5    0.5      +0.00000    +0.000 %  0.5      +0.00000  +0.000 %
               2  1      1        +0.00000    +0.000 %  1        +0.00000  +0.000 %
               3  1.5    3.5      +2.00000  +133.333 %  -               -         -
               4  2      4        +2.00000  +100.000 %  -               -         -
            """);
    assertThat(program.err()).contains("first and other part at turn 3");
  }

  @Test
  void a_curve_can_be_a_part_of_the_turns_at_several_places() {
    program.run(
        "compare", "first", "other", "--path", "/count", "--path", "/note", "--from", "1", "--to",
        "head", "--every", "2", "-o", "csv");
    assertThat(program.out().lines().toList())
        .containsExactly(
            "turn_number,path,first,other,difference_other,relative_difference_other",
            "1,/count,1,1,0.0,0.0",
            "1,/note,\"\"\"a\\u202eb\\u0007\"\"\",\"\"\"a\\u202eb\\u0007\"\"\",,",
            "3,/count,3,3,0.0,0.0",
            "3,/note,\"\"\"a\\u202eb\\u0007\"\"\",\"\"\"a\\u202eb\\u0007\"\"\",,");
  }

  @Test
  void runs_of_two_databases_are_compared_and_told_apart() {
    Program server = new Program();
    server.run("run", "--name", "first", "--seed", "3");
    program.others.put("server.yaml", server);

    assertThat(program.run("compare", "first", "first", "--with", "server.yaml")).isEqualTo(5);

    assertThat(program.err()).contains("first and first (2) part at turn 3");
  }

  @Test
  void what_makes_no_sense_is_refused() {
    assertThat(program.run("compare", "first")).isEqualTo(2);
    assertThat(program.run("compare", "first", "again", "--every", "2")).isEqualTo(2);
    assertThat(program.err()).contains("say which with --path");
    assertThat(program.run("compare", "first", "nobody")).isEqualTo(3);
    assertThat(program.run("compare", "first", "again", "--path", "count")).isEqualTo(2);
    assertThat(program.run("compare", "first", "again", "--to", "9")).isEqualTo(3);
    assertThat(program.run("compare", "first", "again", "--path", "/count", "--path", "/no"))
        .isEqualTo(3);
    assertThat(program.err()).contains("none of the runs has a place '/no' at these turns");
  }
}
