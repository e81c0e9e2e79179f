package dev.stateline.benchmarks.heap;

import dev.stateline.benchmarks.store.Contenders;
import dev.stateline.benchmarks.store.History;
import dev.stateline.benchmarks.store.Site;
import dev.stateline.benchmarks.store.Store;
import dev.stateline.benchmarks.workload.Workloads;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;

/**
 * The process that has the small heap. Its arguments are a workload's name, a task and the last
 * turn; the database's address comes over the standard input, since it may hold a password. Prints
 * how many turns it read in a second.
 */
final class Trial {

  static final String HISTORY = "long";

  private Trial() {}

  public static void main(String[] args) throws IOException, SQLException {
    Task task = Task.valueOf(args[1]);
    int lastTurn = Integer.parseInt(args[2]);
    try (Store store = Contenders.measured().open(Site.at(address()));
        History<?> history = store.open(HISTORY, Workloads.named(args[0]))) {
      long start = System.nanoTime();
      int turns = task.run(history, lastTurn);
      System.out.println(turns * 1e9 / (System.nanoTime() - start));
    }
  }

  private static URI address() throws IOException {
    return URI.create(
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine());
  }
}
