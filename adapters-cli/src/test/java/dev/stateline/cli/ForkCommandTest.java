package dev.stateline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stateline.cli.terminal.TerminalFacts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Forks, and how reading commands show them. */
class ForkCommandTest {

  private static final String PATCH = "[{\"op\":\"replace\",\"path\":\"/count\",\"value\":40}]";

  @TempDir private Path folder;

  private final Program program = new Program();

  @BeforeEach
  void one_run() {
    program.run("run", "--name", "first");
  }

  private String patch(String json) throws Exception {
    return Files.writeString(folder.resolve("patch.json"), json).toString();
  }

  private int changed(String name) throws Exception {
    return changed(name, 2);
  }

  private int changed(String name, int turn) throws Exception {
    return program.run(
        "fork",
        "first@" + turn,
        "--name",
        name,
        "--patch",
        patch(PATCH),
        "--reason",
        "what if",
        "--author",
        "ana");
  }

  private Json json(String... command) {
    assertThat(program.run(command)).isZero();
    return Json.of(program.out());
  }

  @Test
  void a_fork_is_printed_as_list_prints_it_and_runs_on_to_where_the_other_was_to_stop() {
    Json fork = json("fork", "first@2", "--name", "second", "-o", "json");
    assertThat(program.err()).contains("stateline resume second\n", "stateline list --tree");
    assertThat(json("list", "-o", "json").at("/1")).isEqualTo(fork.at("/0"));
    assertThat(fork.at("/0/head_turn")).isEqualTo("2");
    assertThat(fork.at("/0/status")).isEqualTo("\"created\"");
    assertThat(fork.at("/0/branch_turn")).isEqualTo("2");
    assertThat(program.run("resume", "second")).isZero();
    Json both = json("list", "-o", "json");
    assertThat(both.at("/0/parent_id")).isEqualTo("null");
    assertThat(both.at("/1/parent_id")).isEqualTo(both.at("/0/id"));
    assertThat(both.at("/1/chain_hash")).isEqualTo(both.at("/0/chain_hash"));
  }

  @Test
  void a_fork_of_the_last_turn_is_proposed_with_a_later_turn_to_stop_at() {
    assertThat(program.run("fork", "first", "--name", "second")).isZero();
    assertThat(program.out()).contains("second", "created");
    assertThat(program.err()).contains("stateline resume second --turns 14");
    program.run("fork", "first@1", "--name", "other way", "--reason", "to see");
    assertThat(program.err()).contains("stateline resume 'other way'\n");
    assertThat(json("list", "-o", "json").at("/2/metadata")).isEqualTo("{\"reason\":\"to see\"}");
  }

  @Test
  void a_patch_changes_the_state_and_is_seen_among_the_actions_and_in_the_history()
      throws Exception {
    assertThat(changed("second")).isZero();
    program.run("show", "second@2", "--path", "/count");
    assertThat(program.out()).isEqualTo("40\n");
    assertThat(program.err()).contains("turn 2 was changed by an intervention");
    Json actions = json("show", "second@2", "--actions", "-o", "json");
    assertThat(actions.at("/0/actions/0/kind")).isEqualTo("\"add\"");
    assertThat(actions.at("/0/actions/1"))
        .isEqualTo(
            "{\"actor\":\"ana\",\"document\":{\"patch\":"
                + PATCH
                + ",\"reason\":\"what if\"},\"kind\":\"stateline/intervention\"}");
    program.run("resume", "second");
    Json history = json("history", "second", "-o", "json");
    assertThat(history.at("/1/intervention")).isEqualTo("false");
    assertThat(history.at("/2/intervention")).isEqualTo("true");
    assertThat(history.at("/3/intervention")).isEqualTo("false");
    program.run("history", "second");
    assertThat(program.out())
        .containsPattern("\n +1 .* first +-\n")
        .containsPattern("\n +2 .* - +yes\n")
        .containsPattern("\n +3 .* - +-\n");
    program.run("show", "second@1");
    assertThat(program.err())
        .contains("Turn 1 was written by 'first'")
        .doesNotContain("intervention");
    assertThat(program.run("verify", "second")).isZero();
  }

  @Test
  void a_patch_of_turn_0_makes_a_simulation_of_its_own_that_runs_verifies_and_replays()
      throws Exception {
    assertThat(
            program.run(
                "fork",
                "first@0",
                "--name",
                "rich",
                "--patch",
                patch(PATCH),
                "--author",
                "ana",
                "--reason",
                "what if"))
        .isZero();
    program.run("show", "rich@0", "--path", "/count");
    assertThat(program.out()).isEqualTo("40\n");
    assertThat(program.err())
        .contains("turn 0 was changed by an intervention, which stands in the simulation's config");
    Json list = json("list", "-o", "json");
    assertThat(list.at("/1/parent_id")).isEqualTo("null");
    assertThat(list.at("/1/metadata")).isEqualTo("{\"reason\":\"what if\"}");
    assertThat(program.stateline().simulations().find("rich").config().text())
        .contains(
            "\"initial_interventions\":[{\"author\":\"ana\",\"patch\":"
                + PATCH
                + ",\"reason\":\"what if\"}]");
    assertThat(program.run("resume", "rich")).isZero();
    assertThat(json("history", "rich", "-o", "json").at("/0/intervention")).isEqualTo("true");
    assertThat(program.run("verify", "rich")).isZero();
    assertThat(program.run("verify", "rich", "--split", "2")).isZero();
    assertThat(program.run("replay", "rich")).isZero();
  }

  @Test
  void a_patch_of_turn_0_is_told_by_show_info_and_compare() throws Exception {
    assertThat(changed("rich", 0)).isZero();
    String action =
        "{\"actor\":\"ana\",\"document\":{\"patch\":"
            + PATCH
            + ",\"reason\":\"what if\"},\"kind\":\"stateline/intervention\"}";
    assertThat(json("show", "rich@0", "--actions", "-o", "json").at("/0/actions/0"))
        .isEqualTo(action);
    program.run("show", "rich@0", "--actions", "--path", "/0/document/reason");
    assertThat(program.out()).isEqualTo("\"what if\"\n");
    assertThat(program.run("show", "rich@0", "--outcomes")).isEqualTo(3);
    assertThat(program.run("info", "rich")).isZero();
    assertThat(program.out()).containsPattern("changed +turn 0 by ana: what if\n");
    assertThat(json("info", "rich", "-o", "json").at("/0/interventions/0"))
        .isEqualTo(
            "{\"author\":\"ana\",\"patch\":"
                + PATCH
                + ",\"reason\":\"what if\",\"turn_number\":0}");
    assertThat(program.run("compare", "first", "rich")).isEqualTo(5);
    assertThat(program.err())
        .contains("part at turn 0 by an intervention of ana, in actions, state (engine,");
    program.run("compare", "first", "rich", "-o", "json");
    assertThat(Json.of(program.out()).at("/0/interventions/0")).isEqualTo(action);
  }

  @Test
  void interventions_of_later_turns_are_told_too_and_those_that_a_fork_inherits() throws Exception {
    changed("second", 2);
    program.run("resume", "second");
    program.run("fork", "second@3", "--name", "third");
    for (String name : List.of("second", "third")) {
      program.run("info", name);
      assertThat(program.out()).containsPattern("changed +turn 2 by ana: what if\n");
      program.run("compare", "first", name);
      assertThat(program.err()).contains("part at turn 2 by an intervention of ana, in actions");
    }
    program.run("compare", "second", "third");
    assertThat(program.err()).doesNotContain("intervention");
    assertThat(json("info", "first", "-o", "json").at("/0/interventions")).isEqualTo("[]");
  }

  @Test
  void a_patch_that_changes_nothing_is_refused_at_any_turn() throws Exception {
    List<String> patches =
        List.of(
            "[]",
            "[{\"op\":\"test\",\"path\":\"/count\",\"value\":%d}]",
            "[{\"op\":\"replace\",\"path\":\"/count\",\"value\":%d}]",
            "[{\"op\":\"add\",\"path\":\"/new\",\"value\":1},{\"op\":\"remove\",\"path\":\"/new\"}]");
    for (int turn : List.of(0, 2)) {
      for (String patch : patches) {
        assertRefused(
            2,
            "the patch changes nothing in the state of turn " + turn + " of simulation 'first'; ",
            "first@" + turn,
            "--patch",
            patch(String.format(patch, turn)),
            "--reason=why");
      }
    }
    assertThat(json("list", "-o", "json").size()).isEqualTo(1);
  }

  @Test
  void a_simulation_without_forks_has_no_columns_about_them() {
    program.run("history", "first");
    assertThat(program.out()).doesNotContain("written by", "intervention");
    program.run("show", "first@2");
    assertThat(program.err()).isEmpty();
  }

  @Test
  void a_patch_may_come_from_the_standard_input_and_its_author_is_the_user() {
    program.answer = PATCH;
    assertThat(
            program.run("fork", "first@2", "--name", "second", "--patch", "-", "--reason", "why"))
        .isZero();
    assertThat(json("show", "second", "--actions", "-o", "json").at("/0/actions/1/actor"))
        .isEqualTo("\"" + System.getProperty("user.name") + "\"");
  }

  @Test
  void what_cannot_be_forked_is_said_and_leaves_nothing() throws Exception {
    assertRefused(3, "no turn 9", "first@9");
    assertRefused(4, "there is a simulation named 'first' already", "first@2", "--name", "first");
    assertRefused(2, "--patch needs --reason", "first@2", "--patch", patch(PATCH));
    assertRefused(2, "give --patch with it", "first@2", "--author", "ana");
    assertRefused(2, "reseed:7, not 'reseed:x'", "first@2", "--rng", "reseed:x");
    assertRefused(2, "reseed:7, not 'reseed:07'", "first@2", "--rng", "reseed:07");
    String reason = "--reason=why";
    assertRefused(2, "new seed", "first@2", "--patch", patch(PATCH), reason, "--rng", "reseed:1");
    assertRefused(2, "/dev/zero is a pipe or", "first@2", "--patch", "/dev/zero", reason);
    assertRefused(2, "there is no file none.json", "first@2", "--patch", "none.json", reason);
    assertRefused(2, "is no JSON", "first@2", "--patch", patch("[{"), reason);
    assertRefused(
        2,
        "/nobody",
        "first@2",
        "--patch",
        patch("[{\"op\":\"remove\",\"path\":\"/nobody\"}]"),
        reason);
    assertRefused(
        2,
        "the scenario of 'first' cannot read",
        "first@2",
        "--patch",
        patch("[{\"op\":\"replace\",\"path\":\"/count\",\"value\":\"x\"}]"),
        reason);
    assertThat(json("list", "-o", "json").size()).isEqualTo(1);
  }

  private void assertRefused(int exitCode, String message, String... words) {
    List<String> command = new ArrayList<>(List.of("fork"));
    command.addAll(List.of(words));
    if (!command.contains("--name")) {
      command.addAll(List.of("--name", "new"));
    }
    assertThat(program.run(command.toArray(String[]::new))).as(message).isEqualTo(exitCode);
    assertThat(program.err()).contains(message);
  }

  @Test
  void another_seed_is_in_force_from_the_forks_first_own_turn_on() {
    program.run("fork", "first@2", "--name", "second", "--rng", "reseed:9");
    program.run("resume", "second");
    Json history = json("history", "second", "-o", "json");
    assertThat(history.at("/3/provenance_hash")).isNotEqualTo(history.at("/2/provenance_hash"));
  }

  @Test
  void the_tree_draws_forks_under_what_they_branched_from_in_the_order_of_turns() {
    program.run("fork", "first@3", "--name", "late");
    program.run("fork", "first@1", "--name", "early");
    program.run("resume", "early");
    program.run("fork", "early@2", "--name", "child");
    program.run("run", "--name", "other");
    assertThat(program.run("list", "--tree")).isZero();
    assertThat(program.out())
        .containsPattern("\nfirst +- +completed +4 ")
        .containsPattern("\n├─ early +@1 +completed +4 ")
        .containsPattern("\n│  └─ child +@2 +created +2 ")
        .containsPattern("\n└─ late +@3 +created +3 ")
        .containsPattern("\nother +- ");
    program.facts = new TerminalFacts(true, true, true, 80, false, false);
    program.run("list", "--tree");
    assertThat(program.out())
        .containsPattern("\n\\|- early +@1")
        .containsPattern("\n\\|  `- child +@2")
        .containsPattern("\n`- late +@3");
    assertThat(json("list", "--tree", "-o", "json").at("/2/name")).isEqualTo("\"child\"");
  }
}
