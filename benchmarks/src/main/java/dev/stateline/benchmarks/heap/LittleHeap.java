package dev.stateline.benchmarks.heap;

import dev.stateline.benchmarks.measure.Part;
import dev.stateline.benchmarks.measure.Row;
import dev.stateline.benchmarks.store.Arena;
import dev.stateline.benchmarks.store.Contenders;
import dev.stateline.benchmarks.store.History;
import dev.stateline.benchmarks.store.Site;
import dev.stateline.benchmarks.store.Store;
import dev.stateline.benchmarks.workload.WorkTurn;
import dev.stateline.benchmarks.workload.Workload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** A long history of Stateline's, read by processes that have a small heap. */
public final class LittleHeap<S> {

  /** As {@code -XX:+ExitOnOutOfMemoryError} ends a process. */
  private static final int OUT_OF_MEMORY = 3;

  private final Workload<S> workload;
  private final Arena arena;
  private final Consumer<String> progress;

  /**
   * @param progress is told what is measured now, and how long the history took to make
   */
  public LittleHeap(Workload<S> workload, Arena arena, Consumer<String> progress) {
    this.workload = workload;
    this.arena = arena;
    this.progress = progress;
  }

  /**
   * Runs it in a new database, which is removed after it.
   *
   * @param lastTurn of the history
   * @param heaps as {@code -Xmx} takes them, such as {@code 64m}
   * @return turns a second; 0 where the memory did not suffice
   */
  public List<Row> run(int lastTurn, List<String> heaps) throws SQLException {
    String title =
        Part.HEAP.title(String.format(Locale.ROOT, "%s, %,d turns", workload.name(), lastTurn));
    String place = title + ", " + arena.type() + ": ";
    Site site = arena.newSite();
    try {
      long start = System.nanoTime();
      make(site, lastTurn);
      double seconds = (System.nanoTime() - start) / 1e9;
      progress.accept(place + String.format(Locale.ROOT, "made in %.0f s", seconds));
      List<Row> rows = new ArrayList<>();
      for (String heap : heaps) {
        for (Task task : Task.values()) {
          String column = "-Xmx" + heap;
          progress.accept(place + column + ", " + task.measure().label());
          double rate = rate(site, task, lastTurn, column);
          rows.add(new Row(title, arena.type(), column, task.measure(), List.of(rate)));
        }
      }
      return rows;
    } finally {
      arena.remove(site);
    }
  }

  private void make(Site site, int lastTurn) throws SQLException {
    Iterator<WorkTurn<S>> turns = workload.turns();
    try (Store store = Contenders.measured().open(site);
        History<S> history = store.create(Trial.HISTORY, workload, turns.next())) {
      for (int turn = 1; turn <= lastTurn; turn++) {
        history.append(turns.next());
      }
    }
  }

  private double rate(Site site, Task task, int lastTurn, String heap) {
    List<String> command = command(heap);
    command.addAll(List.of(workload.name(), task.name(), Integer.toString(lastTurn)));
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
      try (var input = process.outputWriter(StandardCharsets.UTF_8)) {
        input.write(site.address() + "\n");
      }
      byte[] said = process.getInputStream().readAllBytes();
      int code = process.waitFor();
      if (code != 0 && code != OUT_OF_MEMORY) {
        throw new IllegalStateException("a process with " + heap + " ended with " + code);
      }
      return code == 0 ? Double.parseDouble(new String(said, StandardCharsets.UTF_8).strip()) : 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a process ran", e);
    }
  }

  private static List<String> command(String heap) {
    return new ArrayList<>(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            heap,
            // As the launcher starts the program.
            "-XX:+UseSerialGC",
            "-XX:+ExitOnOutOfMemoryError",
            "-cp",
            System.getProperty("java.class.path"),
            Trial.class.getName()));
  }
}
