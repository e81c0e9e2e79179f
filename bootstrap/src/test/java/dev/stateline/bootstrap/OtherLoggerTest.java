package dev.stateline.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program in a process that has no logback. */
class OtherLoggerTest {

  @TempDir private Path folder;

  @Test
  void the_program_does_without_logback() throws Exception {
    Path err = folder.resolve("err.txt");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPathWithoutLogback(),
                Main.class.getName(),
                "list",
                "--debug",
                "--db",
                folder.resolve("none.db").toString())
            .directory(folder.toFile())
            .redirectError(err.toFile())
            .start();
    assertThat(process.waitFor()).isEqualTo(3);
    List<String> lines = Files.readAllLines(err);
    assertThat(lines).anyMatch(line -> line.startsWith("stateline: there is no database"));
    assertThat(lines).noneMatch(line -> line.contains("internal error"));
  }

  private static String classPathWithoutLogback() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !Path.of(entry).getFileName().toString().startsWith("logback"))
        .collect(Collectors.joining(File.pathSeparator));
  }
}
