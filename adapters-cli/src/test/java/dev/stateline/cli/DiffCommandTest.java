package dev.stateline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stateline.codec.JacksonDocumentTools;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DiffCommandTest {

  private final Program program = new Program();

  @BeforeEach
  void one_run() {
    program.run("run", "--name", "first");
  }

  @Test
  void a_table_has_path_before_and_after_and_a_summary_beside_it() {
    assertThat(program.run("diff", "first@1", "first@4")).isZero();
    assertThat(program.out().lines().toList())
        .containsExactly(
            "change   path    first@1  first@4",
            "changed  /all/0  1        4",
            "changed  /count  1        4",
            "changed  /half   0.5      2");
    assertThat(program.err())
        .contains(
            "first@1 and first@4 have 3 differences: 3 changed; under /all 1, /count 1, /half 1.");
  }

  @Test
  void a_table_is_bounded_and_says_so() {
    assertThat(program.run("diff", "first@1", "first@4", "--limit", "1")).isZero();
    assertThat(program.out()).hasLineCount(2);
    assertThat(program.err()).contains("2 of them are not shown, --limit shows more");
  }

  @Test
  void json_and_csv_have_stable_names() {
    program.run("diff", "first@1", "first@2", "--path", "/count", "-o", "json");
    assertThat(program.out())
        .isEqualTo(
            """
            [
            {"change":"changed","path":"/count","path_before":"/count","before":1,"after":2}
            ]
            """);
    program.run("diff", "first@1", "first@2", "-o", "csv");
    assertThat(program.out()).startsWith("change,path,path_before,before,after\nchanged,/all/0,");
  }

  @Test
  void a_summary_counts_by_place_and_by_kind() {
    assertThat(program.run("diff", "first@1", "first@4", "--summary")).isZero();
    assertThat(program.out().lines().toList())
        .containsExactly(
            "path    differences  added  removed  changed  moved",
            "/all              1      0        0        1      0",
            "/count            1      0        0        1      0",
            "/half             1      0        0        1      0");
    assertThat(program.err()).contains("first@1 and first@4 have 3 differences: 3 changed.");
  }

  @Test
  void a_summary_of_one_place_counts_what_lies_below_it() {
    program.run("diff", "first@1", "first@4", "--summary", "--path", "/all", "-o", "json");
    assertThat(program.out())
        .isEqualTo(
            """
            [
            {"path":"/all/0","differences":1,"added":0,"removed":0,"changed":1,"moved":0}
            ]
            """);
    program.run("diff", "first@1", "first@4", "--summary", "--path", "/count", "-o", "csv");
    assertThat(program.out())
        .isEqualTo("path,differences,added,removed,changed,moved\n/count,1,0,0,1,0\n");
  }

  @Test
  void a_summary_is_bounded_and_says_so() {
    program.run("diff", "first@1", "first@4", "--summary", "--limit", "1");
    assertThat(program.out()).hasLineCount(2);
    assertThat(program.err())
        .contains("have 3 differences: 3 changed; 2 of 3 places are not shown, --limit shows more");
  }

  @Test
  void a_summary_tells_by_the_exit_code_too_and_is_no_patch() {
    assertThat(program.run("diff", "first@1", "first@2", "--summary", "--exit-code")).isEqualTo(5);
    assertThat(program.run("diff", "first@2", "first@2", "--summary", "--exit-code")).isZero();
    assertThat(program.out()).isEmpty();
    assertThat(program.err()).contains("first@2 and first@2 are equal.");
    assertThat(program.run("diff", "first@1", "first@2", "--summary", "--patch")).isEqualTo(2);
  }

  @Test
  void equal_states_have_no_rows() {
    assertThat(program.run("diff", "first@2", "first@head~2", "--exit-code")).isZero();
    assertThat(program.out()).isEmpty();
    assertThat(program.err()).contains("first@2 and first@2 are equal.");
  }

  @Test
  void differing_states_exit_with_5_only_when_asked_to() {
    assertThat(program.run("diff", "first@1", "first@2")).isZero();
    assertThat(program.run("diff", "first@1", "first@2", "--exit-code")).isEqualTo(5);
    assertThat(program.run("diff", "first@1", "first@2", "--patch", "--exit-code")).isEqualTo(5);
    assertThat(program.run("diff", "first@1", "first@2", "--path", "/note", "--exit-code"))
        .isZero();
  }

  @Test
  void the_patch_turns_the_first_state_into_the_second() {
    JacksonDocumentTools tools = new JacksonDocumentTools();
    program.run("show", "first@1", "-o", "json");
    Json before = Json.of(program.out());
    program.run("show", "first@3", "-o", "json");
    Json after = Json.of(program.out());

    assertThat(program.run("diff", "first@1", "first@3", "--patch")).isZero();

    assertThat(
            tools.apply(
                Json.of(program.out()).document(),
                tools.select(before.document(), "/0/state_data").orElseThrow()))
        .isEqualTo(tools.select(after.document(), "/0/state_data").orElseThrow());
    program.run("diff", "first@1", "first@3", "--patch", "-o", "json");
    assertThat(program.out())
        .startsWith("[{\"op\":\"replace\",\"path\":\"\",\"value\":{\"all\":[3],");
  }

  @Test
  void a_patch_is_of_whole_states() {
    assertThat(program.run("diff", "first@1", "first@3", "--patch", "--path", "/count"))
        .isEqualTo(2);
    assertThat(program.err()).contains("leave out --path").doesNotContain("--limit", "csv");
    assertThat(program.run("diff", "first@1", "first@3", "--patch", "-o", "csv")).isEqualTo(2);
    assertThat(program.err()).contains("leave out -o csv").doesNotContain("--path", "--limit");
    assertThat(program.run("diff", "first@1", "first@3", "--patch", "--limit", "1")).isEqualTo(2);
    assertThat(program.err()).contains("leave out --limit").doesNotContain("--path", "csv");
  }

  @Test
  void the_other_state_can_be_in_another_database() {
    Program server = new Program();
    server.run("run", "--name", "first", "--seed", "3");
    program.others.put("server.yaml", server);

    program.run("diff", "first@3", "first@3", "--with", "server.yaml", "-o", "json");

    assertThat(Json.of(program.out()).at("/1/path")).isEqualTo("\"/half\"");
    assertThat(Json.of(program.out()).at("/1/before")).isEqualTo("1.5");
    assertThat(Json.of(program.out()).at("/1/after")).isEqualTo("3.5");
  }

  @Test
  void what_is_not_there_is_exit_code_3() {
    assertThat(program.run("diff", "first@1", "first@9")).isEqualTo(3);
    assertThat(program.run("diff", "first", "second")).isEqualTo(3);
    assertThat(program.run("diff", "first@1", "first@2", "--path", "/no")).isEqualTo(3);
    assertThat(program.err()).contains("neither state has a place '/no'");
    assertThat(program.run("diff", "first@1")).isEqualTo(2);
  }
}
