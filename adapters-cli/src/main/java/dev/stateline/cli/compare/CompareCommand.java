package dev.stateline.cli.compare;

import dev.stateline.application.Stateline;
import dev.stateline.application.compare.ComparedRun;
import dev.stateline.application.compare.Curve;
import dev.stateline.application.compare.CurvePoint;
import dev.stateline.application.compare.RunComparer;
import dev.stateline.application.compare.RunComparison;
import dev.stateline.application.compare.RunComparison.Relation;
import dev.stateline.application.workspace.Workspace;
import dev.stateline.cli.output.Rows;
import dev.stateline.cli.session.ExitCode;
import dev.stateline.cli.session.OutputOption;
import dev.stateline.cli.session.PlaceOption;
import dev.stateline.cli.session.Session;
import dev.stateline.cli.session.UsageException;
import dev.stateline.domain.error.NotFoundException;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.time.TurnRange;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command {@code stateline compare}. */
@Command(
    name = "compare",
    header = "Find the first turn at which runs part, and what parts there.",
    description =
        "%nCompares each run with the first one. The first turn that they do not share is found by"
            + " their chain hashes, without reading the states; then it tells whether actions,"
            + " outcomes, state or timestamp part there, with the paths that differ. With --path it"
            + " prints a curve: the value at that place in each run, turn by turn.%n%nThe exit code"
            + " is 5 if a run parts from the first one, else 0: also where one run is the beginning"
            + " of the other. With --path, which was asked to show, it is 0 unless --exit-code is"
            + " given.",
    footer = "Example: stateline compare first second --path /nations/FRA/gdp --every 5")
final class CompareCommand implements Callable<Integer> {

  @Parameters(index = "0", paramLabel = "A", description = "The run that others are compared with.")
  private String first;

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "B",
      description = "The others: names, or the beginnings of their ids.")
  private List<String> references;

  @Option(
      names = "--with",
      paramLabel = "FILE",
      description =
          "The database that has the others, where it is not A's: its configuration file, or a"
              + " SQLite database.")
  private Optional<Path> with;

  @Option(
      names = "--path",
      paramLabel = "/POINTER",
      description = "Print the values at this place (RFC 6901). Can be given more than once.")
  private List<String> paths = List.of();

  @Option(
      names = "--from",
      paramLabel = "T",
      description =
          "The first turn of the values: a number, or in the words of history. Default: 0.")
  private Optional<PlaceOption> from;

  @Option(
      names = "--to",
      paramLabel = "T",
      description = "The last turn to look at, a turn of A. Default: the last one.")
  private Optional<PlaceOption> to;

  @Option(names = "--every", paramLabel = "K", description = "Print the values of every K-th turn.")
  private Optional<Integer> every;

  @Option(
      names = "--limit",
      paramLabel = "K",
      description =
          "In a table at most so many paths of actions, of outcomes and of the state. Default: 10.")
  private Optional<Integer> limit;

  @Option(
      names = "--exit-code",
      description = "With --path too: exit with 5 if a run parts from the first one.")
  private boolean exitCode;

  @Mixin private OutputOption output;

  private final Session session;

  CompareCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    if (paths.isEmpty() && (from.isPresent() || every.isPresent())) {
      throw new UsageException(
          "--from and --every are about values by turn; say which with --path");
    }
    try (Workspace workspace = session.openForReading();
        OtherDatabase other = OtherDatabase.open(session, workspace, with)) {
      List<ComparedRun> runs = new ArrayList<>();
      runs.add(run(workspace.stateline(), first));
      references.forEach(name -> runs.add(run(other.workspace().stateline(), name)));
      return compare(workspace.stateline(), runs);
    }
  }

  private static ComparedRun run(Stateline stateline, String reference) {
    return new ComparedRun(stateline.simulations().findToRead(reference), stateline.history());
  }

  private int compare(Stateline stateline, List<ComparedRun> runs) {
    ComparedRun base = runs.get(0);
    Optional<TurnNumber> last = to.map(place -> turn(base, place));
    RunComparer comparer = stateline.comparer();
    List<RunComparison> comparisons =
        runs.stream().skip(1).map(run -> comparer.compare(base, run, last)).toList();
    ComparisonReport report =
        new ComparisonReport(session.console(), comparer.groups(runs, last), runs, comparisons);
    if (paths.isEmpty()) {
      report.print(output.format(), limit.orElse(ComparisonReport.SHOWN));
    } else {
      printCurve(stateline.curve(base, comparisons), base, report.labels());
    }
    report.note();
    boolean parted = comparisons.stream().anyMatch(c -> c.relation() == Relation.DIVERGED);
    return parted && (paths.isEmpty() || exitCode) ? ExitCode.VERIFICATION_FAILED : ExitCode.DONE;
  }

  private void printCurve(Curve curve, ComparedRun base, List<String> labels) {
    TurnNumber begin = from.map(place -> turn(base, place)).orElse(TurnNumber.ZERO);
    TurnNumber end = to.map(place -> turn(base, place)).orElse(TurnRange.ALL.to());
    Set<String> missing = new LinkedHashSet<>(paths);
    try (Stream<CurvePoint> points =
        curve
            .points(paths, new TurnRange(begin, end), every.orElse(1))
            .peek(point -> note(point, missing))) {
      Rows.print(
          session.console(), output.format(), CurveTable.columns(labels, paths), points::iterator);
    }
    if (!missing.isEmpty()) {
      String places = String.join("', '", missing);
      throw NotFoundException.path(
          "none of the runs has a place '" + places + "' at these turns", places);
    }
  }

  private static void note(CurvePoint point, Set<String> missing) {
    if (point.values().stream().anyMatch(Optional::isPresent)) {
      missing.remove(point.pointer());
    }
  }

  private static TurnNumber turn(ComparedRun run, PlaceOption option) {
    return run.history().turn(run.simulation(), option.place());
  }
}
