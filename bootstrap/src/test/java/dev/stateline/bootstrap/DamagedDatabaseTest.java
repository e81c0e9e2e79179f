package dev.stateline.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stateline.cli.StatelineCommand;
import dev.stateline.cli.session.Interrupts;
import dev.stateline.cli.terminal.Console;
import dev.stateline.cli.terminal.TerminalFacts;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people see of a database that somebody or something changed behind Stateline's back. */
class DamagedDatabaseTest {

  private static final String WORLD = "(SELECT id FROM simulation_records WHERE name = 'world')";

  @TempDir private Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private String database;

  @BeforeEach
  void two_simulations_are_stored() {
    database = folder.resolve("damaged.db").toString();
    assertThat(run("run", "--name", "alone", "--turns", "1")).isZero();
    assertThat(run("run", "--name", "world", "--turns", "3")).isZero();
  }

  private int run(String... args) {
    out.reset();
    err.reset();
    List<String> words = new ArrayList<>(List.of(args));
    words.addAll(List.of("--db", database));
    Console console = new Console(InputStream.nullInputStream(), out, err, TerminalFacts.NONE);
    ConfiguredDoor door = new ConfiguredDoor(Map.of(), folder, new ClassPath(""));
    return new StatelineCommand(console, door, Interrupts.NONE)
        .execute(words.toArray(String[]::new));
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  private void change(String sql) {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  @Test
  void a_damaged_head_is_marked_named_and_gone_around_by_a_fork() {
    change("UPDATE heads SET provenance = 77 WHERE simulation_id = " + WORLD);
    assertThat(run("list")).isZero();
    assertThat(out()).containsPattern("world +damaged +3").containsPattern("alone +completed");
    assertThat(err()).contains("column heads.provenance: there is no such provenance");
    assertThat(run("show", "world@3", "--path", "/year")).isZero();
    assertThat(run("resume", "world", "--turns", "9")).isEqualTo(5);
    assertThat(run("verify", "world")).isEqualTo(5);
    assertThat(out()).containsPattern("world +- +heads.provenance");
    assertThat(err()).contains("Turns 0 to 3 are as they were written", "fork world@3 --name NEW");
    assertThat(run("fork", "world@3", "--name", "again")).isZero();
    assertThat(run("verify", "again")).isZero();
    assertThat(run("verify")).isEqualTo(5);
    assertThat(err()).contains("1 defect in 3 simulations", "verify world --db", "where to go on");
  }

  @Test
  void a_head_that_was_moved_back_is_told_and_nothing_is_built_on_it() {
    change("UPDATE heads SET turn_number = 2 WHERE simulation_id = " + WORLD);
    String told = "column heads.turn_number: turns up to 3 are stored after the head";
    assertThat(run("info", "world")).isZero();
    assertThat(err()).contains("Simulation 'world' is damaged, " + told);
    for (List<String> command :
        List.of(
            List.of("resume", "world", "--turns", "9"), List.of("rollback", "world@1", "--yes"))) {
      assertThat(run(command.toArray(String[]::new))).isEqualTo(5);
      assertThat(err()).contains(told);
    }
    assertThat(run("fork", "world@2", "--name", "again")).isZero();
  }

  @Test
  void a_head_on_the_segment_of_another_is_told_and_its_turns_are_not_forked() {
    change(
        "UPDATE heads SET segment = (SELECT segment FROM heads WHERE simulation_id <> "
            + WORLD
            + ") WHERE simulation_id = "
            + WORLD);
    for (List<String> command :
        List.of(
            List.of("resume", "world", "--turns", "9"),
            List.of("fork", "world@1", "--name", "again"))) {
      assertThat(run(command.toArray(String[]::new))).isEqualTo(5);
      assertThat(err()).contains("heads.segment: the segment is another simulation's to write");
    }
    assertThat(run("verify", "world")).isEqualTo(5);
    assertThat(err()).doesNotContain("fork world");
  }

  @Test
  void a_lost_head_takes_no_other_simulation_with_it() {
    change("DELETE FROM heads WHERE simulation_id = " + WORLD);
    assertThat(run("list", "--tree")).isZero();
    assertThat(out()).containsPattern("world +- +damaged").containsPattern("alone +- +completed");
    assertThat(run("verify", "world")).isEqualTo(5);
    assertThat(err()).contains("simulation 'world', column heads: the row is missing");
    assertThat(run("verify", "alone")).isZero();
    assertThat(run("doctor")).isEqualTo(1);
    assertThat(out()).containsPattern("problem +simulation 'world' +heads: the row is missing");
  }

  @Test
  void a_damaged_record_is_read_and_nothing_takes_it_over() {
    change("UPDATE simulation_records SET config = x'' WHERE name = 'world'");
    assertThat(run("show", "world@1", "--path", "/year")).isZero();
    assertThat(run("history", "world")).isZero();
    assertThat(run("fork", "world@1", "--name", "again")).isEqualTo(5);
    assertThat(err()).contains("simulation_records.config", "restore a backup").hasLineCount(1);
    assertThat(run("verify", "alone")).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "UPDATE simulation_records SET metadata = x'7b' | simulation_records.metadata",
        "UPDATE simulation_records SET config = x'7b' | simulation_records.config",
        "UPDATE simulation_records SET config = x'ff' | simulation_records.config",
        "UPDATE simulation_records SET config = x'7b7d' | simulation_records.row_checksum",
        "UPDATE simulation_records SET target_turn = 7 | simulation_records.row_checksum",
        "UPDATE heads SET writer_epoch = 99 | heads.writer_epoch"
      })
  void a_changed_record_is_damage_for_whoever_uses_it(String change, String column) {
    change(change);
    String target = folder.resolve("copy.db").toString();
    for (String command :
        List.of("info world", "resume world", "replay world", "transfer world --to " + target)) {
      assertThat(run(command.split(" "))).as(command).isEqualTo(5);
      assertThat(out()).as(command).isEmpty();
      assertThat(err()).as(command).contains("simulation 'world', column " + column);
    }
    assertThat(run("list")).isZero();
    assertThat(out()).containsPattern("world +damaged").containsPattern("alone +damaged");
    assertThat(run("show", "world@1", "--path", "/year")).isZero();
  }

  @Test
  void a_branch_of_a_damaged_simulation_is_told_of_by_its_name() {
    assertThat(run("fork", "world@1", "--name", "again")).isZero();
    change("UPDATE simulation_records SET metadata = x'7b' WHERE name = 'world'");
    assertThat(run("info", "again")).isZero();
    assertThat(out()).containsPattern("parent +world@1");
    assertThat(run("info", "again", "--output", "json")).isZero();
  }

  @Test
  void a_checkpoint_whose_metadata_is_no_document_is_named() {
    assertThat(run("checkpoint", "create", "world@1", "here")).isZero();
    change("UPDATE checkpoint_records SET metadata = x'7b' WHERE name = 'here'");
    assertThat(run("checkpoint", "list", "world")).isEqualTo(5);
    assertThat(err()).contains("column checkpoint_records.metadata", "checkpoint 'here'");
  }

  @Test
  void an_empty_payload_is_damage_of_its_turn() {
    change("UPDATE turns SET state_payload = x'' WHERE turn_number = 2");
    assertThat(run("show", "world@2")).isEqualTo(5);
    assertThat(err()).contains("simulation 'world', turn 2, column turns.state_payload");
    assertThat(run("show", "world@1", "--path", "/year")).isZero();
    assertThat(run("replay", "world")).isEqualTo(5);
    assertThat(run("verify", "world")).isEqualTo(5);
    assertThat(out()).contains("it is stored as a difference to turn 2, whose state is damaged");
    assertThat(err()).contains("2 defects in 4 turns", "fork world@1 --name NEW");
  }

  @Test
  void a_database_that_is_whole_verifies_as_a_whole() {
    assertThat(run("verify")).isZero();
    assertThat(out()).isEqualTo("OK 2 simulations with 6 turns: all is as it was written\n");
    assertThat(run("verify", "--expect", "1:00:00")).isEqualTo(2);
  }
}
