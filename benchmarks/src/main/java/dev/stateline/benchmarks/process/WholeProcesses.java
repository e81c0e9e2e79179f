package dev.stateline.benchmarks.process;

import dev.stateline.benchmarks.measure.Measure;
import dev.stateline.benchmarks.measure.Part;
import dev.stateline.benchmarks.measure.Row;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Commands of this build, and of another one, by turns, on SQLite. */
public final class WholeProcesses {

  private static final String TURNS = "30";

  private final Path home;
  private final Optional<Path> other;
  private final Consumer<String> progress;
  private final Map<String, Map<Measure, List<Double>>> millis = new LinkedHashMap<>();

  /**
   * @param home the folder of this build's checkout or distribution
   * @param other the folder of another one, to compare with
   * @param progress is told what is measured now
   */
  public WholeProcesses(Path home, Optional<Path> other, Consumer<String> progress) {
    this.home = home;
    this.other = other;
    this.progress = progress;
  }

  /** Runs it in a new folder, which is removed after it. */
  public List<Row> run(int rounds) throws IOException {
    Path folder = Files.createTempDirectory("stateline-processes");
    try {
      List<Build> builds = builds(folder);
      for (Build build : builds) {
        progress.accept(title() + ": warming up " + build.name());
        prepare(build);
      }
      for (int round = 0; round < rounds; round++) {
        progress.accept(title() + ": round " + (round + 1) + " of " + rounds);
        measure(builds, round);
      }
      return rows();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a process ran", e);
    } finally {
      delete(folder);
    }
  }

  private List<Build> builds(Path folder) throws IOException {
    List<Build> builds = new ArrayList<>();
    if (other.isPresent()) {
      Path place = Files.createDirectory(folder.resolve("other"));
      builds.add(new Build("other build", Build.launcher(other.get()), true, place));
    }
    Path launcher = Build.launcher(home);
    Path place = Files.createDirectory(folder.resolve("this"));
    builds.add(new Build("this build", launcher, true, place));
    place = Files.createDirectory(folder.resolve("bare"));
    builds.add(new Build("this build, no class archive", launcher, false, place));
    return builds;
  }

  /** Makes the databases that exist already when it is measured. */
  private static void prepare(Build build) throws IOException, InterruptedException {
    build.run("run", "--name", "first", "--turns", "5");
    build.awaitArchive();
    build.run("run", "--name", "first", "--turns", "5", "--db", "runs.db");
  }

  private void measure(List<Build> builds, int round) throws IOException, InterruptedException {
    String name = "run-" + round;
    Map<Measure, String[]> commands = new LinkedHashMap<>();
    commands.put(Measure.HELP, new String[] {"--help"});
    commands.put(Measure.LIST, new String[] {"list"});
    commands.put(
        Measure.RUN, new String[] {"run", "--name", name, "--turns", TURNS, "--db", "runs.db"});
    commands.put(
        Measure.RUN_NEW,
        new String[] {"run", "--name", name, "--turns", TURNS, "--db", name + ".db"});
    List<Build> order = new ArrayList<>(builds);
    Collections.rotate(order, round);
    for (Map.Entry<Measure, String[]> command : commands.entrySet()) {
      for (Build build : order) {
        millis
            .computeIfAbsent(build.name(), b -> new LinkedHashMap<>())
            .computeIfAbsent(command.getKey(), m -> new ArrayList<>())
            .add(build.run(command.getValue()));
      }
    }
  }

  private List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    millis.forEach(
        (build, measures) ->
            measures.forEach(
                (measure, rounds) -> rows.add(new Row(title(), "sqlite", build, measure, rounds))));
    return rows;
  }

  private static String title() {
    return Part.PROCESSES.title("");
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
