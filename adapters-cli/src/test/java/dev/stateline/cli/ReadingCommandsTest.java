package dev.stateline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stateline.application.workspace.Pages;
import dev.stateline.cli.terminal.TerminalFacts;
import dev.stateline.domain.document.Document;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReadingCommandsTest {

  private final Program program = new Program();

  @BeforeEach
  void one_run() {
    program.run("run", "--name", "first");
  }

  private Json json(String... args) {
    assertThat(program.run(args)).isZero();
    return Json.of(program.out());
  }

  @Test
  void list_shows_every_simulation_over_many_pages() {
    String forks = Integer.toString(Pages.SIZE);
    program.run("run", "--from", "first@4", "--forks", forks, "--name", "fork", "--turns", "0");
    Json rows = json("list", "-o", "json");
    assertThat(rows.size()).isEqualTo(Pages.SIZE + 1);
    assertThat(rows.at("/0/name")).isEqualTo("\"first\"");
    assertThat(rows.at("/0/head_turn")).isEqualTo("4");
    assertThat(rows.at("/0/status_reason")).isEqualTo("null");
  }

  @Test
  void list_in_a_table_has_aligned_columns() {
    assertThat(program.run("list")).isZero();
    assertThat(program.out().lines().toList().get(0))
        .startsWith("name   status     turn  target  created");
    assertThat(program.out().lines().toList().get(1))
        .startsWith("first  completed     4       4  2");
  }

  @Test
  void list_without_simulations_says_how_to_make_one() {
    Program empty = new Program();
    assertThat(empty.run("list")).isZero();
    assertThat(empty.out()).isEmpty();
    assertThat(empty.err()).contains("'stateline run' makes one");
    empty.run("list", "-o", "csv");
    assertThat(empty.out()).startsWith("name,status,head_turn,target_turn,created_at,id");
    empty.run("list", "-o", "json");
    assertThat(empty.out()).isEqualTo("[]\n");
  }

  @Test
  void show_prints_the_document_with_its_numbers_as_they_are_and_tricks_escaped() {
    assertThat(program.run("show", "first@3")).isZero();
    assertThat(program.out())
        .isEqualTo(
            """
            {
              "all": [
                3
              ],
              "count": 3,
              "half": 1.5,
              "note": "a\\u202eb\\u0007"
            }
            """);
  }

  @Test
  void info_folds_parameters_on_a_narrow_terminal() {
    program.parameters =
        Document.ofCanonical(
            "{\"first\":[1,2,3],\"second\":{\"a name\":\"a,b\"},\"third\":0.25}"
                .getBytes(StandardCharsets.UTF_8));
    program.run("run", "--name", "given", "--scenario-config", "any.yaml");
    program.facts = new TerminalFacts(true, true, true, 44, false, true);
    assertThat(program.run("info", "given")).isZero();
    assertThat(program.out()).contains("\"a name\": \"a,b\"").contains("[ 1, 2, 3 ],");
    assertThat(program.out().lines()).allMatch(line -> line.length() <= 44);
  }

  @Test
  void info_tells_the_facts_of_a_run() {
    program.run("checkpoint", "create", "first@2", "mark");
    program.run("fork", "first@3", "--name", "other", "--rng", "reseed:9");
    program.run("resume", "other", "--turns", "5");
    Json facts = json("info", "other", "-o", "json");
    assertThat(facts.at("/0/name")).isEqualTo("\"other\"");
    assertThat(facts.at("/0/parent_name")).isEqualTo("\"first\"");
    assertThat(facts.at("/0/branch_turn")).isEqualTo("3");
    assertThat(facts.at("/0/seed")).isEqualTo("9");
    assertThat(facts.at("/0/engines/0/from_turn")).isEqualTo("0");
    assertThat(facts.at("/0/engines/0/to_turn")).isEqualTo("3");
    assertThat(facts.at("/0/engines/1/to_turn")).isEqualTo("5");
    assertThat(facts.at("/0/engines/1/seed")).isEqualTo("9");
    assertThat(facts.at("/0/writer")).isEqualTo("null");
    assertThat(facts.at("/0/writer_alive")).isEqualTo("false");
    assertThat(program.run("info", "first")).isZero();
    assertThat(program.out())
        .containsPattern("status +completed at turn 4 of 4")
        .containsPattern("engine +turns 0 to 4: ")
        .containsPattern("checkpoint +mark at turn 2")
        .containsPattern("writer +nobody now");
    assertThat(program.run("info", "first", "-o", "csv")).isZero();
    assertThat(program.out()).startsWith("name,id,status,status_reason,head_turn,target_turn,");
    assertThat(program.run("info", "nobody")).isEqualTo(3);
  }

  @Test
  void a_terminal_of_44_columns_is_wide_enough() {
    program.facts = new TerminalFacts(true, true, true, 44, false, true);
    for (String line : List.of("list", "list --tree", "history first", "doctor", "info first")) {
      assertThat(program.run(line.split(" "))).isZero();
      assertThat(program.out().lines()).isNotEmpty().allMatch(text -> text.length() <= 44, line);
    }
    assertThat(program.run("help", "run")).isZero();
    assertThat(program.out().lines()).allMatch(text -> text.length() <= 44);
    assertThat(program.run("show", "nobody@3")).isEqualTo(3);
    assertThat(program.err().replace("\r\u001b[K", "").lines())
        .allMatch(text -> text.length() <= 44);
  }

  @Test
  void on_a_terminal_of_80_columns_a_simulation_takes_one_line() {
    program.run("list");
    String whole = program.out();
    program.facts = new TerminalFacts(true, true, true, 80, false, true);
    for (String line : List.of("list", "list --tree")) {
      assertThat(program.run(line.split(" "))).isZero();
      assertThat(program.out()).hasLineCount(2);
      assertThat(program.out().lines()).allMatch(text -> text.length() <= 80, line);
      assertThat(program.out())
          .containsPattern("first .* \\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ  \\w{8}-\\w{4}\n");
    }
    String[] words = program.out().split("\\s+");
    assertThat(program.run("info", words[words.length - 1])).isZero();
    program.facts = new TerminalFacts(true, true, true, 120, false, true);
    program.run("list");
    assertThat(program.out()).isEqualTo(whole);
  }

  @Test
  void on_a_terminal_of_80_columns_a_turn_takes_one_line() {
    program.run("checkpoint", "create", "first@2", "mark");
    program.run("fork", "first@2", "--name", "other");
    for (int columns : List.of(80, 44)) {
      program.facts = new TerminalFacts(true, true, true, columns, false, true);
      for (String of : List.of("first", "other")) {
        assertThat(program.run("history", of, "--to", "2")).isZero();
        assertThat(program.out()).hasLineCount(4);
        assertThat(program.out().lines()).allMatch(text -> text.length() <= columns, of);
      }
      for (String line : List.of("list", "list --tree")) {
        assertThat(program.run(line.split(" "))).isZero();
        assertThat(program.out()).hasLineCount(3);
      }
    }
    program.facts = new TerminalFacts(true, true, true, 80, false, true);
    program.run("history", "first");
    assertThat(program.out())
        .startsWith("turn  timestamp   state_hash    chain_hash  ")
        .contains("   1  2000-01-02  ");
    assertThat(program.run("history", "first", "-o", "csv")).isZero();
    assertThat(program.out()).contains("encoding", "stored_size", "2000-01-02T00:00:00Z");
  }

  @Test
  void what_no_leaving_out_brings_to_one_line_is_shown_whole() {
    program.run(
        "run", "--name", "a name of more than forty-four characters in all", "--turns", "1");
    program.facts = new TerminalFacts(true, true, true, 44, false, true);
    assertThat(program.run("list")).isZero();
    assertThat(program.out()).containsPattern("\\d\\dZ\n").containsPattern(" [0-9a-f]{8}-.{27}\n");
  }

  @Test
  void show_colours_on_a_terminal_only_when_colours_are_wanted() {
    program.facts = new TerminalFacts(true, true, true, 80, true, true);
    program.run("show", "first", "--path", "/count");
    assertThat(program.out()).isEqualTo("\u001b[36m4\u001b[0m\n");
    program.facts = new TerminalFacts(true, true, true, 80, false, true);
    program.run("show", "first", "--path", "/count");
    assertThat(program.out()).isEqualTo("4\n");
  }

  @Test
  void show_in_json_holds_the_document_and_its_hashes() {
    Json row = json("show", "first@head~1", "-o", "json");
    assertThat(row.at("/0/turn_number")).isEqualTo("3");
    assertThat(row.at("/0/timestamp")).isEqualTo("\"2000-01-04T00:00:00Z\"");
    assertThat(row.at("/0/state_data/half")).isEqualTo("1.5");
    assertThat(row.at("/0/state_hash")).hasSize(66);
    assertThat(row.at("/0/chain_hash")).hasSize(66);
    assertThat(program.out()).contains("a\\u202eb").doesNotContain("\u202e");
  }

  @Test
  void show_actions_and_outcomes_of_a_turn() {
    assertThat(program.run("show", "first@1", "--actions", "--path", "/0/kind")).isZero();
    assertThat(program.out()).isEqualTo("\"add\"\n");
    assertThat(program.run("show", "first@1", "--outcomes", "--path", "/0/kind")).isZero();
    assertThat(program.out()).isEqualTo("\"added\"\n");
    assertThat(program.run("show", "first@0", "--actions")).isEqualTo(3);
    assertThat(program.run("show", "first@1", "--actions", "--outcomes")).isEqualTo(2);
  }

  @Test
  void what_is_not_there_is_exit_code_3() {
    assertThat(program.run("show", "first@1", "--path", "/nowhere")).isEqualTo(3);
    assertThat(program.err()).contains("there is no place '/nowhere' at turn 1");
    assertThat(program.run("show", "first@9")).isEqualTo(3);
    assertThat(program.err()).contains("has turns 0 to 4; there is no turn 9");
    assertThat(program.run("show", "second")).isEqualTo(3);
    assertThat(program.run("show", "first@nobody")).isEqualTo(3);
    assertThat(program.run("history", "first", "--to", "5")).isEqualTo(3);
  }

  @Test
  void a_pointer_that_is_none_is_a_usage_error() {
    assertThat(program.run("show", "first", "--path", "count")).isEqualTo(2);
    assertThat(program.err()).hasLineCount(1);
  }

  @Test
  void history_takes_turns_in_the_words_that_stand_after_the_at() {
    program.run("checkpoint", "create", "first@2", "half way");
    Json rows = json("history", "first", "--from", "half way", "--to", "head~1", "-o", "json");
    assertThat(rows.size()).isEqualTo(2);
    assertThat(rows.at("/0/turn_number")).isEqualTo("2");
    assertThat(rows.at("/0/transition_hash")).hasSize(66);
    assertThat(json("history", "first", "--limit", "1", "-o", "json").size()).isEqualTo(1);
    assertThat(program.run("history", "first", "--from", "3", "--to", "1")).isEqualTo(2);
    assertThat(program.run("history", "first", "--from", "a@b")).isEqualTo(2);
  }

  @Test
  void history_in_csv_has_a_line_of_names_and_empty_fields_for_what_is_absent() {
    assertThat(program.run("history", "first", "--limit", "1", "-o", "csv")).isZero();
    assertThat(program.out().lines().toList().get(0))
        .isEqualTo(
            "turn_number,timestamp,state_hash,chain_hash,transition_hash,provenance_hash,"
                + "state_version,encoding,document_size,stored_size,processing_time_ms,created_at,"
                + "state_id,segment_id,simulation_id,intervention");
    assertThat(program.out().lines().toList().get(1)).startsWith("0,2000-01-01T00:00:00Z,");
    assertThat(program.out()).containsPattern("[0-9a-f]{64},[0-9a-f]{64},,[0-9a-f]{64},1,");
  }

  @Test
  void checkpoints_are_made_listed_and_taken_away() {
    assertThat(program.run("checkpoint", "create", "first@1", "begin")).isZero();
    assertThat(program.run("checkpoint", "create", "first@1", "begin")).isEqualTo(4);
    assertThat(program.run("checkpoint", "create", "first@1", "12")).isEqualTo(2);
    Json names = json("checkpoint", "list", "first", "-o", "json");
    assertThat(List.of(names.at("/0/name"), names.at("/1/name"), names.at("/2/name")))
        .containsExactly("\"begin\"", "\"auto-2\"", "\"auto-4\"");
    assertThat(program.run("checkpoint", "delete", "first", "begin")).isZero();
    assertThat(program.run("checkpoint", "delete", "first", "begin")).isEqualTo(3);
  }

  @Test
  void scenarios_and_their_back_tests_are_printed() {
    assertThat(program.run("scenarios")).isZero();
    assertThat(program.out()).contains("world     Counts, for tests");
    assertThat(program.run("backtest")).isZero();
    assertThat(program.out().lines().toList())
        .containsExactly(
            "                                                  constant growth",
            "                                                 of the last five",
            "variable  turns  cases  measure           error             years  persistence",
            "gdp           5    100  mean |ln error|  0.1235            0.3000       0.2000");
    program.run("backtest", "-o", "csv");
    assertThat(program.out())
        .startsWith(
            "variable,turns,cases,measure,error,constant growth of the last five"
                + " years,persistence\n")
        .contains("0.123456");
  }
}
