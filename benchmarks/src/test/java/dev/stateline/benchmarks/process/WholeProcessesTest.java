package dev.stateline.benchmarks.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stateline.benchmarks.measure.Measure;
import dev.stateline.benchmarks.measure.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeProcessesTest {

  @TempDir Path folder;

  @Test
  void builds_are_run_by_turns_and_the_other_one_comes_first() throws IOException {
    Path home = launcher("here/stateline", "");
    launcher("there/bin/stateline", "");

    List<Row> rows = processes(home, Optional.of(folder.resolve("there"))).run(2);

    assertThat(rows).extracting(Row::workload).containsOnly("whole processes");
    assertThat(rows)
        .filteredOn(row -> row.measure() == Measure.LIST)
        .extracting(Row::contender)
        .containsExactly("other build", "this build", "this build, no class archive");
    assertThat(rows).allSatisfy(row -> assertThat(row.rounds()).hasSize(2));
    assertThat(said()).filteredOn(line -> line.startsWith("there: list")).hasSize(2);
  }

  @Test
  void a_build_is_measured_when_its_class_archive_is_there_and_without_one() throws IOException {
    Path home =
        launcher(
            "here/stateline",
            "[ \"${STATELINE_CLASS_ARCHIVE:-on}\" = off ] && archive=off || archive=on\n"
                + "echo \"archive $archive\" >> '"
                + folder
                + "/said'\n"
                + "mkdir -p \"$XDG_CACHE_HOME/stateline\"\n"
                + "echo made > \"$XDG_CACHE_HOME/stateline/one.jsa\"\n");

    processes(home, Optional.empty()).run(1);

    assertThat(said()).contains("archive on", "archive off");
  }

  @Test
  void a_command_that_fails_is_told_with_what_it_said() throws IOException {
    Path home = launcher("here/stateline", "echo no database\nexit 6\n");

    assertThatThrownBy(() -> processes(home, Optional.empty()).run(1))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("--turns, 5] ended with 6: no database");
  }

  @Test
  void a_folder_without_the_program_is_refused() {
    assertThatThrownBy(() -> processes(folder, Optional.empty()).run(1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "there is no stateline in %s; name the folder of a checkout or of an unpacked"
                    .formatted(folder)
                + " distribution");
  }

  private static WholeProcesses processes(Path home, Optional<Path> other) {
    return new WholeProcesses(home, other, line -> {});
  }

  /** A script that writes down what it is called with; its folder. */
  private Path launcher(String file, String more) throws IOException {
    Path script = folder.resolve(file);
    Files.createDirectories(script.getParent());
    String name = file.substring(0, file.indexOf('/'));
    Files.writeString(
        script, "#!/bin/sh\necho \"%s: $*\" >> '%s/said'\n%s".formatted(name, folder, more));
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    return script.getParent();
  }

  private List<String> said() throws IOException {
    return Files.readAllLines(folder.resolve("said"));
  }
}
