package dev.stateline.cli.compare;

import dev.stateline.application.compare.DifferenceSummary;
import dev.stateline.application.compare.DifferenceSummary.Part;
import dev.stateline.application.history.HistoryReader;
import dev.stateline.application.history.TurnReference;
import dev.stateline.application.workspace.Workspace;
import dev.stateline.cli.output.DocumentText;
import dev.stateline.cli.output.OutputFormat;
import dev.stateline.cli.output.Rows;
import dev.stateline.cli.session.ExitCode;
import dev.stateline.cli.session.OutputOption;
import dev.stateline.cli.session.Session;
import dev.stateline.cli.session.UsageException;
import dev.stateline.domain.document.Difference;
import dev.stateline.domain.document.Document;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.turn.State;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command {@code stateline diff}. */
@Command(
    name = "diff",
    header = "Show where two states differ.",
    description =
        "%nLists the places where two states differ, of any two turns of any two simulations, in"
            + " two databases too. Objects are compared by their members; arrays of objects by the"
            + " member id, name, code or key, where each element has one of its own; other arrays"
            + " by what both have, or by position. A path is the place in B, of what was removed"
            + " the place in A. With --patch it prints the JSON Patch (RFC 6902) that turns A into"
            + " B; with --summary how many places differ, below each member of the state or of the"
            + " value at --path.%n%nThe exit code is 0 whether they differ or not; with --exit-code it is 5 if"
            + " they differ.",
    footer = "Example: stateline diff first@10 second@10 --path /nations/FRA")
final class DiffCommand implements Callable<Integer> {

  private record Side(Workspace workspace, Simulation simulation, State state) {

    String label() {
      return simulation.name() + "@" + state.turn();
    }
  }

  @Parameters(
      index = "0",
      paramLabel = "A@T",
      description = "A simulation and a turn, for example first@12; without @T its last turn.")
  private TurnReference before;

  @Parameters(index = "1", paramLabel = "B@T", description = "The other one, in the same words.")
  private TurnReference after;

  @Option(
      names = "--with",
      paramLabel = "FILE",
      description =
          "The database that has B, where it is another one: its configuration file, or a SQLite"
              + " database.")
  private Optional<Path> with;

  @Option(
      names = "--path",
      paramLabel = "/POINTER",
      description = "A JSON Pointer (RFC 6901): only what lies at or below this place.")
  private Optional<String> path;

  @Option(names = "--patch", description = "Print the JSON Patch that turns A into B.")
  private boolean patch;

  @Option(names = "--summary", description = "Only count the differences, by place and by kind.")
  private boolean summary;

  @Option(
      names = "--limit",
      paramLabel = "K",
      description =
          "At most so many differences. Default: 50 in a table, else all. With --summary at most so"
              + " many places. Default: 8 in a table, else all.")
  private Optional<Integer> limit;

  @Option(names = "--exit-code", description = "Exit with 5 if they differ.")
  private boolean exitCode;

  @Mixin private OutputOption output;

  private final Session session;

  DiffCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    if (patch && summary) {
      throw new UsageException(
          "--summary counts and --patch prints a JSON Patch; give one of them");
    }
    if (patch) {
      requireWhole();
    }
    try (Workspace workspace = session.openForReading();
        OtherDatabase other = OtherDatabase.open(session, workspace, with)) {
      Side left = side(workspace, before);
      Side right = side(other.workspace(), after);
      boolean differ = patch ? printPatch(left, right) : printTable(left, right);
      return differ && exitCode ? ExitCode.VERIFICATION_FAILED : ExitCode.DONE;
    }
  }

  private static Side side(Workspace workspace, TurnReference reference) {
    Simulation simulation = workspace.stateline().simulations().findToRead(reference.simulation());
    HistoryReader history = workspace.stateline().history();
    return new Side(
        workspace,
        simulation,
        history.stateAt(simulation.id(), history.turn(simulation, reference.turn())));
  }

  private void requireWhole() {
    List<String> given = new ArrayList<>();
    path.ifPresent(p -> given.add("--path"));
    limit.ifPresent(l -> given.add("--limit"));
    if (output.format() == OutputFormat.CSV) {
      given.add("-o csv");
    }
    if (!given.isEmpty()) {
      throw new UsageException(
          "--patch prints one whole JSON Patch; leave out " + String.join(" and ", given));
    }
  }

  private boolean printPatch(Side left, Side right) {
    Document operations =
        left.workspace().documents().diff(left.state().document(), right.state().document());
    session
        .console()
        .println(
            output.format() == OutputFormat.TABLE
                ? DocumentText.indented(operations, session.console().style())
                : DocumentText.onOneLine(operations));
    session.console().flush();
    return !left.state().document().equals(right.state().document());
  }

  private boolean printTable(Side left, Side right) {
    List<Difference> all =
        left.workspace()
            .stateline()
            .diff()
            .at(path.orElse(""), left.state().document(), right.state().document());
    String said = summary ? printSummary(all) : printDifferences(all, left, right);
    String which = left.label() + " and " + right.label();
    session
        .console()
        .note(
            all.isEmpty()
                ? which + " are equal" + path.map(p -> " at " + p).orElse("") + "."
                : which + " have " + said + ".");
    return !all.isEmpty();
  }

  /** Prints the differences, and returns what a sentence says of them. */
  private String printDifferences(List<Difference> all, Side left, Side right) {
    List<Difference> shown = first(all, DifferenceTable.SHOWN);
    Rows.print(
        session.console(),
        output.format(),
        DifferenceTable.columns(Function.identity(), shown, left.label(), right.label()),
        shown);
    return DifferenceTable.summary(all, path.orElse(""))
        + DifferenceTable.rest(all.size(), shown.size(), "them");
  }

  /** Prints how many differences there are, and returns what a sentence says of them. */
  private String printSummary(List<Difference> all) {
    DifferenceSummary counted = DifferenceSummary.of(all, path.orElse(""));
    List<Part> shown = first(counted.parts(), DifferenceTable.PARTS_NAMED);
    Rows.print(session.console(), output.format(), DifferenceTable.summaryColumns(), shown);
    int parts = counted.parts().size();
    return DifferenceTable.byKind(counted)
        + DifferenceTable.rest(parts, shown.size(), parts + " places");
  }

  private <T> List<T> first(List<T> all, int inTable) {
    int most = limit.orElse(output.format() == OutputFormat.TABLE ? inTable : Integer.MAX_VALUE);
    return all.subList(0, Math.min(most, all.size()));
  }
}
