package dev.stateline.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stateline.domain.spi.EngineProvider;
import dev.stateline.domain.spi.PersistenceProvider;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.example.trap.TrapProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a scenario may do to the whole process, tried in a process of its own. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class StrangersProcessTest {

  private static final int SIGTERM = 143;

  @TempDir private Path folder;

  @BeforeEach
  void announce() throws Exception {
    announce(EngineProvider.class, TrapProvider.class.getName());
    // Made in this process, which is quicker than in another one.
    ask("db", "migrate");
  }

  private void announce(Class<?> service, String... classes) throws Exception {
    Path services = Files.createDirectories(folder.resolve("jar/META-INF/services"));
    Files.write(services.resolve(service.getName()), List.of(classes));
  }

  private int stateline(String... args) throws Exception {
    return java(Main.class, args);
  }

  private int java(Class<?> main, String... args) throws Exception {
    String classPath =
        System.getProperty("java.class.path") + File.pathSeparator + folder.resolve("jar");
    List<String> command =
        Stream.concat(
                Stream.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-cp",
                    classPath,
                    main.getName()),
                Stream.of(args))
            .toList();
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("STATELINE_"));
    return builder
        .redirectOutput(folder.resolve("out.txt").toFile())
        .redirectError(folder.resolve("err.txt").toFile())
        .start()
        .waitFor();
  }

  private String out() throws Exception {
    return Files.readString(folder.resolve("out.txt"));
  }

  private String err() throws Exception {
    return Files.readString(folder.resolve("err.txt"));
  }

  private int run(String trap) throws Exception {
    Path parameters = Files.writeString(folder.resolve("trap.yaml"), "trap: " + trap + "\n");
    return stateline("run", "--scenario", "trap", "--scenario-config", parameters.toString());
  }

  /** Asked in this process, which is quicker than another one. */
  private void assertLeft(String status, int head) throws Exception {
    assertThat(ask("list", "-o", "csv")).containsPattern("trap,.*" + status);
    assertThat(ask("verify", "trap")).contains("turns 0 to " + head);
  }

  private String ask(String... question) throws Exception {
    List<String> words = new ArrayList<>(List.of(question));
    words.addAll(List.of("--db", folder.resolve("stateline.db").toString()));
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    OutputStream notes = OutputStream.nullOutputStream();
    InputStream in = InputStream.nullInputStream();
    assertThat(ProgramInProcess.run(Map.of(), words, in, answer, notes)).isZero();
    return answer.toString(StandardCharsets.UTF_8);
  }

  @Test
  void an_engine_that_ends_the_program_is_named_and_its_run_has_failed() throws Exception {
    assertThat(run("exit")).isEqualTo(1);
    assertThat(err())
        .contains(
            "stateline: the engine of scenario 'trap' ended the program by System.exit in"
                + " processTurn, at org.example.trap.TrapProvider.spring(TrapProvider.java:")
        .contains("the turns that were stored are safe");
    assertLeft("failed", 2);
  }

  @Test
  void a_scenarios_thread_that_ends_the_program_is_named_too() throws Exception {
    assertThat(run("thread exit")).isEqualTo(1);
    assertThat(err())
        .contains("a thread of a scenario, 'another', ended the program by System.exit, at ")
        .contains("org.example.trap.TrapProvider.");
    assertLeft("failed", 2);
  }

  @Test
  void after_a_halt_all_but_the_turn_on_its_way_is_safe() throws Exception {
    assertThat(run("halt")).isEqualTo(7);
    // Turn 2 may have been on its way to the disk while turn 3 was computed.
    assertThat(ask("verify", "trap")).containsPattern("OK trap: turns 0 to [12] are");
  }

  @Test
  void a_shutdown_hook_that_never_ends_is_named_and_does_not_hold_the_program() throws Exception {
    assertThat(java(HookedProgram.class, "wait")).isEqualTo(HookedProgram.EXIT_CODE);
    assertThat(err())
        .startsWith("stateline: a shutdown hook of a scenario does not end, at org.example.trap.")
        .contains("TrapProvider.waitForEver(TrapProvider.java:");
    assertThat(java(HookedProgram.class, "exit")).isEqualTo(HookedProgram.EXIT_CODE);
    assertThat(err())
        .contains("does not end, at org.example.trap.TrapProvider.exit(TrapProvider.java:");
  }

  @Test
  void nor_does_it_hold_the_program_after_a_signal_that_nobody_heard() throws Exception {
    assertThat(java(HookedProgram.class, "wait", "signal")).isEqualTo(SIGTERM);
    assertThat(err())
        .startsWith("stateline: a shutdown hook of a scenario does not end, at org.example.trap.")
        .contains("TrapProvider.waitForEver(TrapProvider.java:");
  }

  @Test
  void closed_and_flooded_streams_take_nothing_from_the_program() throws Exception {
    assertThat(run("close")).isZero();
    assertThat(out()).contains("completed at turn 4");
    assertThat(err()).contains("Next:");
    ask("delete", "trap", "--yes");
    assertThat(run("flood")).isZero();
    assertThat(out()).contains("completed at turn 4").doesNotContain("nobody asked");
    assertThat(err()).contains("nobody asked");
  }

  @Test
  void a_thread_that_is_left_alone_does_not_hold_the_program() throws Exception {
    assertThat(run("thread")).isZero();
    assertLeft("completed", 4);
  }

  @Test
  void an_interrupted_turn_and_a_document_that_is_no_json_fail_in_one_line() throws Exception {
    assertThat(run("interrupt")).isEqualTo(1);
    assertThat(err())
        .contains("threw InterruptedException in processTurn, at org.example.trap.TrapProvider.");
    assertLeft("failed", 2);
    ask("delete", "trap", "--yes");
    assertThat(run("not a number")).isEqualTo(1);
    assertThat(err())
        .contains("the engine of scenario 'trap' threw InvalidInputException in processTurn, at")
        .contains("org.example.trap.TrapProvider.spring(TrapProvider.java:")
        .contains("this is no JSON value, at character 8");
    assertLeft("failed", 2);
  }

  @Test
  void broken_plug_ins_block_no_command_that_does_not_need_them() throws Exception {
    announce(
        EngineProvider.class,
        "org.example.Absent",
        TrapProvider.Uninitialisable.class.getName(),
        TrapProvider.class.getName());
    announce(PersistenceProvider.class, "org.example.AbsentStore");

    assertThat(stateline("run", "--turns", "1")).isZero();
    assertThat(stateline("list")).isZero();
    assertThat(err())
        .contains(
            "stateline: not used: class path", "org.example.Absent", "org.example.AbsentStore")
        .contains(TrapProvider.class.getName());
    assertThat(stateline("verify", "world")).isZero();
    assertThat(stateline("backup", "--out", "copy.db")).isZero();
    assertThat(stateline("scenarios")).isZero();
    assertThat(out()).contains("trap", "world");
    assertThat(stateline("doctor")).isZero();
    assertThat(out()).contains("plug-in", "org.example.Absent");
    assertThat(stateline("run", "--scenario", "number-1")).isEqualTo(3);
    assertThat(err()).contains("known: trap, world; cannot be used: ");
  }

  @Test
  void debug_shows_the_scenarios_stack_first_and_statements_only_when_asked() throws Exception {
    Path parameters = Files.writeString(folder.resolve("trap.yaml"), "trap: none\n");
    String[] run = {"run", "--scenario", "trap", "--scenario-config", parameters.toString()};
    assertThat(
            stateline(Stream.concat(Stream.of("--debug"), Stream.of(run)).toArray(String[]::new)))
        .isEqualTo(1);
    assertThat(err())
        .contains(
            "java.lang.IllegalArgumentException: no trap: {\"trap\":\"none\"}\n\tat org.example")
        .doesNotContainIgnoringCase("preparing");
    assertThat(
            stateline(
                Stream.concat(Stream.of("--debug=sql"), Stream.of(run)).toArray(String[]::new)))
        .isEqualTo(1);
    assertThat(err()).containsIgnoringCase("preparing");
  }
}
