package dev.stateline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.port.AuditPort;
import dev.stateline.domain.spi.Persistence;
import dev.stateline.domain.turn.Defect;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TransferCommandTest {

  @TempDir private Path folder;

  private final Program program = new Program();
  private final Program server = new Program();

  @BeforeEach
  void two_runs_and_an_empty_server() {
    program.run("run", "--name", "first");
    program.run("run", "--name", "second", "--turns", "3");
    program.others.put("server.yaml", server);
    program.others.put("laptop.yaml", program);
    server.description = "server of a test";
    server.file = folder.resolve("server.db");
  }

  @Test
  void all_simulations_are_copied_and_their_receipts_compared() {
    assertThat(program.run("transfer", "--to", "server.yaml")).isZero();
    assertThat(program.out())
        .containsPattern("first +copied")
        .containsPattern("second +copied +3 +3 +true");
    assertThat(program.err())
        .contains("From memory of a test to server of a test.")
        .contains("2 simulations whole in the target, 7 turns copied")
        .contains("All receipts are equal on both sides.");
    assertThat(program.run("transfer", "--from", "laptop.yaml", "--to", "server.yaml", "-o", "csv"))
        .isZero();
    assertThat(program.out())
        .startsWith("name,outcome,turns,turn_number,equal,id,receipt,target_receipt")
        .contains("second,present,0,3,true,");
    assertThat(server.run("verify", "second")).isZero();
    assertThat(server.run("resume", "second", "--turns", "5")).isZero();
  }

  @Test
  void named_ones_are_copied_and_an_unknown_name_copies_nothing() {
    assertThat(program.run("transfer", "second", "third", "--to", "server.yaml")).isEqualTo(3);
    assertThat(server.run("show", "second")).isEqualTo(3);
    assertThat(program.run("transfer", "second", "--to", "server.yaml")).isZero();
    assertThat(server.run("show", "second")).isZero();
    assertThat(server.run("show", "first")).isEqualTo(3);
  }

  @Test
  void a_simulation_that_parted_is_a_conflict_and_nothing_is_copied() {
    program.run("transfer", "second", "--to", "server.yaml");
    program.run("resume", "second", "--turns", "4");
    assertThat(program.run("transfer", "--to", "server.yaml")).isEqualTo(4);
    assertThat(program.err())
        .contains("nothing was transferred", "'second' is there at turn 3, and here at turn 4");
    assertThat(server.run("show", "first")).isEqualTo(3);
  }

  @Test
  void an_interrupted_transfer_ends_with_130_and_says_how_it_goes_on() {
    program.interrupts =
        (action, lastWords) -> {
          action.run();
          return () -> {};
        };
    assertThat(program.run("transfer", "--to", "server.yaml")).isEqualTo(130);
    assertThat(program.err())
        .contains("Stopped before the end, 0 turns copied", "the same command goes on")
        .doesNotContain("receipts");
  }

  @Test
  void a_name_that_is_not_there_leaves_the_target_untouched() {
    assertThat(program.run("transfer", "third", "--to", "server.yaml")).isEqualTo(3);
    assertThat(server.wasOpened).isFalse();
  }

  @Test
  void two_paths_to_one_file_are_one_database() throws IOException {
    program.file = Files.writeString(folder.resolve("runs.db"), "");
    server.file = Files.createSymbolicLink(folder.resolve("link.db"), program.file);
    assertThat(program.run("transfer", "--to", "server.yaml")).isEqualTo(2);
    assertThat(program.run("transfer", "--from", "laptop.yaml", "--to", "server.yaml"))
        .isEqualTo(2);
    assertThat(program.err()).contains("both the database file", "runs.db; name two databases");
    server.file = Files.writeString(folder.resolve("other.db"), "");
    assertThat(program.run("transfer", "--to", "server.yaml")).isZero();
  }

  @Test
  void a_database_file_is_a_side_as_well_as_a_configuration() throws IOException {
    program.others.put("new.db", server);
    assertThat(program.run("transfer", "--to", "new.db")).isZero();
    assertThat(program.askedFor.orElseThrow().databaseFile()).contains(Path.of("new.db"));
    Path empty = Files.createFile(folder.resolve("empty.db"));
    program.others.put("empty.db", server);
    assertThat(program.run("transfer", "--to", empty.toString())).isZero();
    assertThat(program.askedFor.orElseThrow().databaseFile()).contains(empty);
    Path other = Files.writeString(folder.resolve("copy"), "SQLite format 3\0 and more");
    program.others.put("copy", server);
    assertThat(program.run("compare", "first", "first", "--with", other.toString())).isZero();
    assertThat(program.askedFor.orElseThrow().databaseFile()).contains(other);
    assertThat(program.run("list", "--config", other.toString())).isEqualTo(2);
    assertThat(program.err()).contains("copy is a SQLite database; give it with --db");
  }

  @Test
  void a_side_whose_configuration_is_wrong_is_told_before_the_sides_are_compared() {
    server.problems.add("configuration: there is no file typo.yaml");
    program.others.put("typo.yaml", server);
    assertThat(program.run("transfer", "--to", "typo.yaml")).isEqualTo(2);
    assertThat(program.err()).isEqualTo("stateline: configuration: there is no file typo.yaml\n");
  }

  @Test
  void what_was_left_unfinished_is_discarded_on_request() {
    assertThat(program.run("transfer", "--to", "server.yaml", "--discard-unfinished")).isZero();
  }

  @Test
  void where_from_and_where_to_must_be_said_once_and_differ() {
    assertThat(program.run("transfer")).isEqualTo(2);
    assertThat(program.run("transfer", "--to", "laptop.yaml")).isEqualTo(2);
    assertThat(program.err()).contains("both the database file");
    assertThat(
            program.run("transfer", "--from", "laptop.yaml", "--db", "x.db", "--to", "server.yaml"))
        .isEqualTo(2);
    server.description = program.description;
    assertThat(program.run("transfer", "--to", "server.yaml")).isEqualTo(2);
    assertThat(program.err()).contains("both memory of a test");
    server.kept = false;
    assertThat(program.run("transfer", "--to", "server.yaml")).isEqualTo(2);
    assertThat(program.err()).contains("in memory is gone");
  }

  @Test
  void what_is_whole_before_an_error_is_printed_with_it() {
    Persistence sound = program.database;
    SimulationId damaged = sound.simulations().list(Optional.empty(), 2).get(1).id();
    AuditPort audit =
        with(
            AuditPort.class,
            sound.audit(),
            "bookkeeping",
            arguments ->
                arguments[0].equals(damaged)
                    ? List.of(Defect.beside("simulations.config", "it is another"))
                    : List.of());
    program.database = with(Persistence.class, sound, "audit", arguments -> audit);
    assertThat(program.run("transfer", "--to", "server.yaml")).isEqualTo(5);
    assertThat(program.out()).containsPattern("first +copied").doesNotContain("second");
    assertThat(program.err()).contains("'second', column simulations.config");
  }

  /** A port one of whose methods gives something else. */
  private static <T> T with(
      Class<T> port, T real, String changed, Function<Object[], Object> answer) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (proxy, method, arguments) ->
                method.getName().equals(changed)
                    ? answer.apply(arguments)
                    : method.invoke(real, arguments)));
  }

  @Test
  void a_backup_is_written_and_its_size_told() {
    Path copy = folder.resolve("copy.db");
    assertThat(program.run("backup", "--out", copy.toString())).isZero();
    assertThat(program.err()).contains("6 B").contains("stateline list --db");
    assertThat(program.backups).containsExactly(copy);
    assertThat(program.run("backup")).isEqualTo(2);
  }
}
