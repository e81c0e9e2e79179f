package dev.stateline.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stateline.cli.Interrupts;
import dev.stateline.cli.StatelineCommand;
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

/** The whole program on its real configuration, wiring and adapters. */
class ProgramTest {

  @TempDir private Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(String... args) {
    out.reset();
    err.reset();
    Console console = new Console(InputStream.nullInputStream(), out, err, TerminalFacts.NONE);
    ConfiguredDoor door = new ConfiguredDoor(Map.of(), folder);
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
  }

  @Test
  void the_seeds_example_names_the_missing_adapter() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("seed.yaml"),
            "simulation: { state_management: { persistence: { type: postgresql } } }\n");
    assertThat(run("list", "--config", file.toString())).isEqualTo(2);
    assertThat(err())
        .contains("no such provider on the class path: postgresql; known: memory")
        .hasLineCount(1);
  }

  @Test
  void parameters_that_cannot_be_read_are_a_clear_error() {
    assertThat(run("backtest", "--scenario-config", folder.resolve("no.yaml").toString()))
        .isEqualTo(2);
    assertThat(err()).contains("there is no such file").hasLineCount(1);
    assertThat(run("backtest", "--scenario-config", folder.toString())).isEqualTo(2);
    assertThat(err()).contains("is a folder");
  }
}
