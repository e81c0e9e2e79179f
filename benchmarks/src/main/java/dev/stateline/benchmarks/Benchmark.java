package dev.stateline.benchmarks;

import dev.stateline.benchmarks.heap.LittleHeap;
import dev.stateline.benchmarks.measure.Growth;
import dev.stateline.benchmarks.measure.Part;
import dev.stateline.benchmarks.measure.Plan;
import dev.stateline.benchmarks.measure.Race;
import dev.stateline.benchmarks.measure.Row;
import dev.stateline.benchmarks.micro.MicroRun;
import dev.stateline.benchmarks.process.WholeProcesses;
import dev.stateline.benchmarks.report.Machine;
import dev.stateline.benchmarks.report.Measured;
import dev.stateline.benchmarks.report.Page;
import dev.stateline.benchmarks.store.Arena;
import dev.stateline.benchmarks.store.Contender;
import dev.stateline.benchmarks.store.Contenders;
import dev.stateline.benchmarks.store.PostgresServer;
import dev.stateline.benchmarks.workload.Workload;
import dev.stateline.benchmarks.workload.Workloads;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.openjdk.jmh.runner.RunnerException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures, and writes tables. */
@Command(
    name = "benchmark",
    mixinStandardHelpOptions = true,
    description = "Measures Stateline beside other stores.")
public final class Benchmark implements Callable<Integer> {

  @Option(names = "--quick", description = "A few minutes instead of an hour.")
  private boolean quick;

  @Option(names = "--only", split = ",", description = "Only these workloads, such as W1-80.")
  private List<String> only = List.of();

  @Option(names = "--database", split = ",", description = "sqlite, postgres; both by default.")
  private List<String> databases = List.of("sqlite", "postgres");

  @Option(names = "--contenders", split = ",", description = "Only these, such as naive.")
  private List<String> contenders = List.of();

  @Option(names = "--turns", description = "How many turns are appended and counted.")
  private Optional<Integer> turns = Optional.empty();

  @Option(
      names = "--heap-turns",
      description = "How long the history of the part heap is; 100000 by default.")
  private int heapTurns = 100_000;

  @Option(
      names = "--heaps",
      split = ",",
      description = "The heaps of the part heap; 128m,64m by default.")
  private List<String> heaps = List.of("128m", "64m");

  @Option(
      names = "--postgres",
      description = "A server, as postgresql://user@host:5432/postgres; else one is started.")
  private Optional<URI> postgres = Optional.empty();

  @Option(names = "--rows", description = "Where the measured rows are kept, as lines of JSON.")
  private Optional<Path> rowFile = Optional.empty();

  @Option(names = "--before", description = "Rows of an earlier run, to be shown beside.")
  private Optional<Path> before = Optional.empty();

  @Option(
      names = "--from",
      split = ",",
      description = "Measures nothing; shows rows of earlier runs on one machine.")
  private List<Path> from = List.of();

  @Option(names = "--out", description = "The page that is written, such as docs/performance.md.")
  private Optional<Path> out = Optional.empty();

  @Option(
      names = "--parts",
      split = ",",
      description = "What is measured: ${COMPLETION-CANDIDATES}; RACES by default.")
  private Set<Part> parts = EnumSet.of(Part.RACES);

  @Option(
      names = "--against",
      description =
          "The folder of another checkout that was built, or of an unpacked distribution: the part"
              + " processes compares with it.")
  private Optional<Path> against = Optional.empty();

  @Option(
      names = "--up-to",
      description = "How long the history of the part scale grows; 100000 by default.")
  private int upTo = 100_000;

  private final List<Row> rows = new ArrayList<>();
  private Measured measured;

  private Benchmark() {}

  /** Runs it, and ends the process with its exit code. */
  public static void main(String[] args) {
    System.exit(
        new CommandLine(new Benchmark()).setCaseInsensitiveEnumValuesAllowed(true).execute(args));
  }

  @Override
  public Integer call() throws IOException, SQLException, RunnerException {
    if (!from.isEmpty()) {
      return report(Measured.read(from));
    }
    if (parts.contains(Part.MICRO)) {
      keep(MicroRun.rows(only), "");
    }
    if (parts.contains(Part.PROCESSES)) {
      Path here = Path.of("").toAbsolutePath();
      int rounds = 2 * plan().rounds();
      keep(new WholeProcesses(here, against, System.err::println).run(rounds), "");
    }
    if (parts.stream().anyMatch(Part::isOfStores)) {
      measureStores();
    }
    return report(measured);
  }

  private void measureStores() throws IOException, SQLException {
    if (databases.contains("sqlite")) {
      Path folder = Files.createTempDirectory("stateline-benchmark");
      measure(new Arena.OfFiles(folder, chosen(Contenders.onSqlite())), "");
      Files.delete(folder);
    }
    if (databases.contains("postgres")) {
      try (PostgresServer server =
          postgres.map(PostgresServer::at).orElseGet(PostgresServer::start)) {
        measure(new Arena.OfDatabases(server, chosen(Contenders.on(server))), server.version());
      }
    }
  }

  private int report(Measured run) throws IOException {
    Optional<Measured> earlier = Optional.empty();
    if (before.isPresent()) {
      earlier = Optional.of(Measured.read(List.of(before.get())));
    }
    Page page = new Page(run, earlier);
    if (out.isPresent()) {
      page.write(out.get());
    }
    System.out.print(page.tables());
    return 0;
  }

  private List<Contender> chosen(List<Contender> all) {
    return all.stream()
        .filter(each -> contenders.isEmpty() || contenders.contains(each.name()))
        .toList();
  }

  /** What was measured is kept after each workload: a long run that breaks is not in vain. */
  private void measure(Arena arena, String postgresVersion) throws SQLException, IOException {
    for (Part part : parts) {
      for (Workload<?> workload : Workloads.all()) {
        String name = workload.name();
        if (part.isOfStores() && (only.isEmpty() ? part.usuallyTakes(name) : only.contains(name))) {
          keep(rows(part, workload, arena), postgresVersion);
        }
      }
    }
  }

  private <S> List<Row> rows(Part part, Workload<S> workload, Arena arena) throws SQLException {
    Consumer<String> progress = System.err::println;
    return switch (part) {
      case MICRO, PROCESSES -> List.of();
      case RACES -> new Race<>(workload, plan(), arena, progress).run();
      case MOVED -> new Race<>(workload, plan(), arena, progress).runMoved();
      case SCALE -> new Growth<>(workload, plan(), arena, progress).run(upTo);
      case HEAP -> new LittleHeap<>(workload, arena, progress).run(heapTurns, heaps);
    };
  }

  private void keep(List<Row> more, String postgresVersion) throws SQLException, IOException {
    rows.addAll(more);
    measured = new Measured(Machine.here(postgresVersion, plan().sentence()), rows);
    if (rowFile.isPresent()) {
      measured.write(rowFile.get());
    }
  }

  private Plan plan() {
    Plan sized = quick ? Plan.quick() : Plan.full();
    return turns.map(sized::withTurns).orElse(sized);
  }
}
