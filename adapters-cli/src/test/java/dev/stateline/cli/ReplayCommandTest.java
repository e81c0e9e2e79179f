package dev.stateline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stateline.domain.document.Document;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReplayCommandTest {

  private final Program program = new Program();

  @BeforeEach
  void one_run() {
    program.run("run", "--name", "first");
  }

  @Test
  void a_run_that_comes_out_the_same_is_one_line() {
    assertThat(program.run("replay", "first")).isZero();
    assertThat(program.out())
        .startsWith("OK first: turns 0 to 4 come out as they were recorded, chain hash ")
        .hasLineCount(1);
    assertThat(program.err()).isEmpty();
  }

  @Test
  void or_one_row() {
    program.run("list", "-o", "json");
    String chainHash = Json.of(program.out()).at("/0/chain_hash");
    assertThat(program.run("replay", "first", "--from", "head~2", "-o", "json")).isZero();
    Json rows = Json.of(program.out());
    assertThat(rows.at("/0/from_turn")).isEqualTo("2");
    assertThat(rows.at("/0/to_turn")).isEqualTo("4");
    assertThat(rows.at("/0/turns")).isEqualTo("3");
    assertThat(rows.at("/0/chain_hash")).isEqualTo(chainHash);
    assertThat(rows.at("/0/upcast_turns")).isEqualTo("0");
    assertThat(rows.at("/0/state_versions/0")).isEqualTo("1");
  }

  @Test
  void other_rules_give_the_first_turn_and_path_that_differ_and_exit_code_5() {
    program.steps = () -> () -> 2;
    assertThat(program.run("replay", "first", "-o", "json")).isEqualTo(5);
    Json rows = Json.of(program.out());
    assertThat(rows.at("/0/turn_number")).isEqualTo("1");
    assertThat(rows.at("/1/part")).isEqualTo("\"state\"");
    assertThat(rows.at("/1/path")).isEqualTo("\"/count\"");
    assertThat(rows.at("/1/recorded")).isEqualTo("1");
    assertThat(rows.at("/1/replayed")).isEqualTo("2");
    assertThat(program.err())
        .isEqualTo(
            "stateline: turn 1 of simulation 'first' comes out in another way than it was recorded;"
                + " turn 0 comes out the same\n");
  }

  @Test
  void other_parameters_are_said_to_be_others() {
    program.parameters = Document.ofCanonical("{\"step\":3}".getBytes(StandardCharsets.UTF_8));
    assertThat(program.run("replay", "first", "--engine-config", "any.yaml")).isEqualTo(5);
    assertThat(program.out()).contains("/count", "3");
    assertThat(program.err()).contains("with other parameters than recorded: 2 turns.");
  }

  @Test
  void other_parameters_that_change_nothing_come_out_the_same() {
    program.parameters = Document.ofCanonical("{\"step\":1}".getBytes(StandardCharsets.UTF_8));
    assertThat(program.run("replay", "first", "--engine-config", "any.yaml")).isZero();
    assertThat(program.out()).startsWith("OK first");
    assertThat(program.err()).contains("with other parameters than recorded: 5 turns.");
  }

  @Test
  void an_engine_that_throws_is_named_with_its_turn() {
    program.steps =
        () ->
            () -> {
              throw new IllegalStateException("no more numbers");
            };
    assertThat(program.run("replay", "first", "--from", "3")).isEqualTo(5);
    assertThat(program.out()).contains("scenario", "IllegalStateException", "no more numbers");
    assertThat(program.err())
        .isEqualTo(
            "stateline: turn 3 of simulation 'first' was recorded, but the scenario fails in it\n");
  }

  @Test
  void a_turn_that_is_not_there_is_not_found() {
    assertThat(program.run("replay", "first", "--to", "9")).isEqualTo(3);
    assertThat(program.run("replay", "nobody")).isEqualTo(3);
    assertThat(program.run("replay", "first", "--from", "3", "--to", "1")).isEqualTo(2);
  }

  @Test
  void the_doctor_says_which_state_versions_are_stored() {
    program.run("run", "--name", "second");
    program.run("doctor");
    assertThat(program.out()).contains("world: version 1 at the head of 2 simulations");
  }
}
