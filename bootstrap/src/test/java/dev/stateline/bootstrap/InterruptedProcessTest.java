package dev.stateline.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A real process that a real signal reaches. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class InterruptedProcessTest {

  @TempDir private Path folder;

  private Process start(String... args) throws Exception {
    List<String> command =
        Stream.concat(
                Stream.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-cp",
                    System.getProperty("java.class.path"),
                    Main.class.getName()),
                Stream.of(args))
            .toList();
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("STATELINE_"));
    return builder.redirectOutput(folder.resolve("out.txt").toFile()).start();
  }

  @Test
  void a_signal_ends_a_run_after_its_turn_with_exit_code_130_and_it_resumes() throws Exception {
    Process run = start("run", "--name", "long", "--turns", "1000000");
    try (BufferedReader notes = run.errorReader()) {
      assertThat(notes.lines().filter(line -> line.startsWith("Running 'long'")).findFirst())
          .isPresent();
      run.toHandle().destroy();
      assertThat(notes.lines()).anyMatch(line -> line.contains("stateline resume long"));
    }
    assertThat(run.waitFor()).isEqualTo(130);
    assertThat(Files.readString(folder.resolve("out.txt"))).contains("paused at turn ");

    Process resumed = start("resume", "long", "--turns", "1000000");
    try (BufferedReader notes = resumed.errorReader()) {
      assertThat(notes.lines().filter(line -> line.startsWith("Running 'long'")).findFirst())
          .isPresent();
      resumed.toHandle().destroy();
      assertThat(notes.lines()).anyMatch(line -> line.contains("Stopping after this turn"));
    }
    assertThat(resumed.waitFor()).isEqualTo(130);
  }
}
