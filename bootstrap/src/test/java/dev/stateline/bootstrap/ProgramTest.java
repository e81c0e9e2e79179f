package dev.stateline.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stateline.cli.StatelineCommand;
import dev.stateline.cli.session.Interrupts;
import dev.stateline.cli.terminal.Console;
import dev.stateline.cli.terminal.TerminalFacts;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole program on its real configuration, wiring and adapters. */
class ProgramTest {

  @TempDir private Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private Map<String, String> environment = Map.of();

  private int run(String... args) {
    out.reset();
    err.reset();
    Console console = new Console(InputStream.nullInputStream(), out, err, TerminalFacts.NONE);
    ConfiguredDoor door = new ConfiguredDoor(environment, folder, new ClassPath(""));
    return new StatelineCommand(console, door, Interrupts.NONE).execute(args);
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  @Test
  void persistence_that_is_not_enabled_runs_on_memory() throws Exception {
    Files.writeString(
        folder.resolve("stateline.yaml"),
        "simulation: { state_management: { persistence: { enabled: false } } }\n");
    assertThat(run("list")).isZero();
    assertThat(run("doctor")).isZero();
    assertThat(out()).contains("memory");
    assertThat(run("run", "--turns", "1")).isZero();
    assertThat(err()).contains("Nothing of this run was kept").doesNotContain("Next:");
  }

  @Test
  void an_unknown_adapter_is_answered_with_the_known_ones() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("seed.yaml"),
            "simulation: { state_management: { persistence: { type: oracle } } }\n");
    assertThat(run("list", "--config", file.toString())).isEqualTo(2);
    assertThat(err())
        .contains("no such provider on the class path: oracle; known: memory, postgresql, sqlite")
        .hasLineCount(1);
  }

  @Test
  void parameters_that_cannot_be_read_are_a_clear_error() {
    assertThat(run("backtest", "--scenario-config", folder.resolve("no.yaml").toString()))
        .isEqualTo(2);
    assertThat(err()).contains("there is no file").contains("no.yaml").hasLineCount(1);
    assertThat(run("backtest", "--scenario-config", folder.toString())).isEqualTo(2);
    assertThat(err()).contains("is a folder").hasLineCount(1);
    assertThat(run("run", "--scenario-config", "/dev/zero")).isEqualTo(2);
    assertThat(err()).contains("/dev/zero is a pipe or a device").hasLineCount(1);
  }

  @Test
  void a_parameter_that_is_refused_leaves_no_database_behind() throws Exception {
    Path file = Files.writeString(folder.resolve("parameters.yaml"), "no_such_parameter: 1\n");
    Path database = folder.resolve("new.db");
    String[] command = {"run", "--db", database.toString(), "--scenario-config", file.toString()};
    assertThat(run(command)).isEqualTo(2);
    assertThat(err()).contains("no_such_parameter is unknown");
    assertThat(folder.toFile().list()).containsExactly("parameters.yaml");
  }

  @Test
  void parameters_are_names_with_values_whose_meaning_nobody_disputes() throws Exception {
    assertParametersRefused("- 1\n", "found a list at line 1, column 1");
    assertParametersRefused("5\n", "found one value at line 1, column 1");
    assertParametersRefused("null\n", "found one value at line 1, column 1");
    assertParametersRefused(
        "start_year: 01992\n", "01992 for different things, at line 1, column 13");
    assertParametersRefused("start_year: \"1992\"\n", "start_year must be a whole number");
    assertParametersRefused("growth: 1\n", "growth must be an object, not 1");
    assertParametersRefused("growth: []\n", "growth must be an object");
  }

  private void assertParametersRefused(String yaml, String message) throws Exception {
    Path file = Files.writeString(folder.resolve("p.yaml"), yaml);
    assertThat(run("backtest", "--scenario-config", file.toString())).isEqualTo(2);
    assertThat(err()).contains(message).hasLineCount(1);
  }

  @Test
  void a_run_on_sqlite_is_kept_resumed_shown_and_verified() {
    String database = folder.resolve("my runs.db").toString();
    assertThat(run("list", "--db", database)).isEqualTo(3);
    assertThat(run("run", "--db", database, "--turns", "2", "--name", "first")).isZero();
    String receipt = out().lines().filter(l -> l.startsWith("receipt")).findFirst().orElseThrow();
    assertThat(run("resume", "first", "--db", database, "--turns", "3")).isZero();
    assertThat(run("history", "first", "--db", database, "-o", "csv")).isZero();
    assertThat(out()).hasLineCount(5);
    assertThat(run("show", "first@2", "--db", database)).isZero();
    assertThat(out()).startsWith("{");
    assertThat(run("verify", "first", "--db", database, "--expect", receipt.split(" +", 2)[1]))
        .isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "resume f",
        "fork a@4 --name f",
        "rollback a@1",
        "checkpoint create a@1 here",
        "checkpoint delete a here",
        "delete a --yes",
        "archive a",
        "run --from a@4 --name f --turns 5",
        "list"
      })
  void what_changes_a_simulation_makes_no_database(String command) {
    String file = folder.resolve("none.db").toString();
    assertThat(run((command + " --db " + file).split(" "))).as(err()).isEqualTo(3);
    assertThat(err()).contains("there is no database at " + file).hasLineCount(1);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void a_server_that_cannot_be_reached_is_one_problem_and_its_password_is_never_printed()
      throws Exception {
    environment = Map.of("STATELINE_DB_PASSWORD", "hush-hush");
    Files.writeString(
        folder.resolve("stateline.yaml"),
        """
        simulation:
          state_management:
            persistence:
              type: postgresql
              connection: { host: 127.0.0.1, port: 1, database: worlds, username: clio }
        """);
    assertThat(run("config", "show")).isZero();
    assertThat(out()).contains("connection.host", "127.0.0.1", "clio").doesNotContain("hush-hush");
    assertThat(run("doctor", "--debug")).isEqualTo(6);
    assertThat(out().lines().filter(line -> line.startsWith("problem")))
        .singleElement()
        .asString()
        .contains("worlds at 127.0.0.1:1 cannot be reached");
    assertThat(out() + err()).doesNotContain("hush-hush");
    assertThat(run("list")).isEqualTo(6);
    assertThat(err()).hasLineCount(1);
  }

  @Test
  void a_password_file_that_cannot_be_read_is_a_row_of_the_doctor() throws Exception {
    Files.writeString(
        folder.resolve("stateline.yaml"),
        """
        simulation:
          state_management:
            persistence:
              type: postgresql
              connection: { database: worlds, username: clio, password_file: /no/such/file }
        """);
    assertThat(run("doctor")).isEqualTo(2);
    assertThat(out()).containsPattern("problem +configuration +connection.password_file: ");
  }

  @Test
  void a_database_that_is_none_is_unavailable_in_one_line() throws Exception {
    Path file = Files.writeString(folder.resolve("text.db"), "no database at all ".repeat(100));
    assertThat(run("list", "--db", file.toString())).isEqualTo(6);
    assertThat(err()).hasLineCount(1);
  }
}
