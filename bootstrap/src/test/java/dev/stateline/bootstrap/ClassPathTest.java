package dev.stateline.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stateline.cli.StatelineCommand;
import dev.stateline.cli.session.Interrupts;
import dev.stateline.cli.terminal.Console;
import dev.stateline.cli.terminal.TerminalFacts;
import dev.stateline.domain.spi.PersistenceProvider;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program with something beside it on the class path. */
class ClassPathTest {

  @TempDir private Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private Path jar;

  @BeforeEach
  void makeJar() throws Exception {
    jar = folder.resolve("shelf");
    Files.createDirectories(jar.resolve("META-INF/services"));
    announce(ShelfProvider.class.getName());
    Files.writeString(
        folder.resolve("stateline.yaml"),
        """
        simulation:
          state_management:
            persistence: { type: shelf, connection: { wood: oak } }
        """);
  }

  private void announce(String provider) throws Exception {
    Files.writeString(
        jar.resolve("META-INF/services").resolve(PersistenceProvider.class.getName()), provider);
  }

  /** Runs the program with the jar, and with a class path that reads so. */
  private int run(String classPath, String... args) throws Exception {
    out.reset();
    err.reset();
    Console console = new Console(InputStream.nullInputStream(), out, err, TerminalFacts.NONE);
    ConfiguredDoor door = new ConfiguredDoor(Map.of(), folder, new ClassPath(classPath));
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (URLClassLoader beside = new URLClassLoader(new URL[] {jar.toUri().toURL()}, before)) {
      thread.setContextClassLoader(beside);
      return new StatelineCommand(console, door, Interrupts.NONE).execute(args);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  @Test
  void an_adapter_beside_the_program_is_chosen_by_its_type() throws Exception {
    assertThat(run(jar.toString(), "run", "--turns", "1")).isZero();
    assertThat(run("", "doctor")).isZero();
    assertThat(out()).contains("memory, postgresql, shelf, sqlite");
    assertThat(run("", "config", "show")).isZero();
    assertThat(err()).contains("Adapters: memory, postgresql, shelf, sqlite");
    assertThat(out()).containsPattern("connection\\.wood +oak +file");
  }

  @Test
  void its_type_is_among_the_known_ones_and_its_problems_are_told() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("other.yaml"),
            "simulation: { state_management: { persistence: { type: oracle } } }\n");
    assertThat(run("", "list", "--config", file.toString())).isEqualTo(2);
    assertThat(err()).contains("oracle; known: memory, postgresql, shelf, sqlite");
    Files.writeString(file, "simulation: { state_management: { persistence: { type: shelf } } }\n");
    assertThat(run("", "list", "--config", file.toString())).isEqualTo(2);
    assertThat(err()).contains("persistence.connection.wood: it is missing").hasLineCount(1);
  }

  @Test
  void a_jar_that_is_not_there_is_told_by_every_command_that_needs_the_class_path()
      throws Exception {
    String missing = folder.resolve("missing.jar").toString();
    String classPath = jar + File.pathSeparator + File.pathSeparator + missing;
    for (String command : new String[] {"list", "scenarios", "run"}) {
      assertThat(run(classPath, command)).as(command).isEqualTo(2);
      assertThat(err()).contains("there is no " + missing).hasLineCount(1);
    }
    assertThat(run(classPath, "doctor")).isEqualTo(2);
    assertThat(out()).contains("problem").contains("there is no " + missing);
  }

  @Test
  void what_a_provider_threw_when_its_class_was_made_is_told() throws Exception {
    Files.delete(folder.resolve("stateline.yaml"));
    announce(UnreadyProvider.class.getName());
    assertThat(run("", "doctor")).isZero();
    assertThat(out())
        .contains(UnreadyProvider.class.getName() + " could not be instantiated")
        .contains(", caused by IllegalStateException: the shelf is not screwed on; correct the");
  }

  @Test
  void a_jar_that_announces_what_it_has_not_is_a_clear_error_where_it_is_needed() throws Exception {
    announce("org.example.Absent");
    assertThat(run("", "list")).isEqualTo(2);
    assertThat(err()).contains("org.example.Absent").contains("correct the jar").hasLineCount(1);
    Files.delete(folder.resolve("stateline.yaml"));
    assertThat(run("", "doctor")).isZero();
    assertThat(out()).contains("org.example.Absent").contains("correct the jar");
  }
}
