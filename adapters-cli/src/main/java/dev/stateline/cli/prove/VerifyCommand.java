package dev.stateline.cli.prove;

import dev.stateline.application.replay.SplitReport;
import dev.stateline.application.verify.DatabaseReport.Place;
import dev.stateline.application.verify.VerificationReport;
import dev.stateline.application.workspace.Workspace;
import dev.stateline.cli.output.Column;
import dev.stateline.cli.output.OutputFormat;
import dev.stateline.cli.output.Rows;
import dev.stateline.cli.session.ExitCode;
import dev.stateline.cli.session.OutputOption;
import dev.stateline.cli.session.Session;
import dev.stateline.cli.terminal.Console;
import dev.stateline.cli.terminal.PrintableText;
import dev.stateline.cli.terminal.Progress;
import dev.stateline.cli.terminal.Style.Part;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.InvalidInputException;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.turn.Defect;
import dev.stateline.domain.turn.Receipt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command {@code stateline verify}. */
@Command(
    name = "verify",
    header = "Prove that the stored history is the one that was run.",
    description =
        "%nReads every stored byte of a history again, and computes its hashes anew; without N "
            + "those of all simulations. The database's structure is checked each time. "
            + "With --expect the history must also be the one of a receipt that 'run' "
            + "printed. Each defect is a row, and the exit code is 5; if all is well, the "
            + "row holds the receipt. With --split the scenario is then run again from its "
            + "initial state, in memory, once in one go and once closed at turn K and "
            + "resumed: both must give the recorded turns.",
    footer = "Example: stateline verify first --expect 12:3f0c...:9ab1...")
final class VerifyCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "N",
      arity = "0..1",
      description = "The simulation: its name, or its id's beginning. Default: all.")
  private Optional<String> reference;

  @Option(
      names = "--expect",
      paramLabel = "RECEIPT",
      description = "A receipt that the history must have.")
  private Optional<Receipt> expected;

  @Option(
      names = "--split",
      paramLabel = "K",
      description = "Also run the scenario unbroken, and closed at turn K and resumed.")
  private Optional<TurnNumber> split;

  @Mixin private OutputOption output;

  private final Session session;

  VerifyCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    if (reference.isEmpty() && (expected.isPresent() || split.isPresent())) {
      throw new InvalidInputException(
          ErrorCode.INVALID_VALUE,
          "--expect and --split are for one simulation; name it before them");
    }
    try (Workspace workspace = session.openForReading()) {
      return reference.map(one -> one(workspace, one)).orElseGet(() -> all(workspace));
    }
  }

  private int all(Workspace workspace) {
    return new DatabaseVerification(session, output.format()).verify(workspace);
  }

  private int one(Workspace workspace, String name) {
    VerificationReport report = verify(workspace, name);
    if (report.isClean()) {
      return split.map(at -> split(workspace, report, at)).orElseGet(() -> printClean(report));
    }
    Rows.print(session.console(), output.format(), DatabaseVerification.COLUMNS, defects(report));
    session.console().note(failure(report));
    wayOut(report).ifPresent(session.console()::note);
    return ExitCode.VERIFICATION_FAILED;
  }

  private int split(Workspace workspace, VerificationReport report, TurnNumber at) {
    SplitVerification verification = new SplitVerification(session, workspace, output.format());
    SplitReport found = verification.check(report.simulation(), at);
    if (!found.isEqual()) {
      verification.printDifference(found);
      return ExitCode.VERIFICATION_FAILED;
    }
    if (output.format() == OutputFormat.TABLE) {
      verification.printEqual(found);
    }
    return printClean(report);
  }

  private VerificationReport verify(Workspace workspace, String name) {
    Simulation simulation = workspace.stateline().simulations().findToRead(name);
    try (Progress progress =
        Progress.open(
            session.console(),
            "verify " + simulation.name(),
            0,
            simulation.head().turn().value())) {
      return workspace
          .stateline()
          .verifier()
          .verify(simulation.id(), expected, turn -> progress.stepTo(turn.value()));
    }
  }

  private int printClean(VerificationReport report) {
    Console console = session.console();
    if (output.format() != OutputFormat.TABLE) {
      Rows.print(console, output.format(), cleanColumns(), List.of(report));
      return ExitCode.DONE;
    }
    String what =
        " "
            + report.simulation().name()
            + ": turns 0 to "
            + report.receipt().turn()
            + " are as they were written"
            + (expected.isPresent() ? ", and those of the receipt" : "");
    console.println(console.style().paint(Part.GOOD, "OK") + PrintableText.of(what));
    console.println(report.receipt().toString());
    console.flush();
    return ExitCode.DONE;
  }

  private List<Place> defects(VerificationReport report) {
    Optional<String> name = Optional.of(report.simulation().name().value());
    List<Place> defects = new ArrayList<>();
    report.defects().forEach(defect -> defects.add(new Place(name, defect)));
    report
        .mismatch()
        .map(problem -> new Defect(expected.map(Receipt::turn), "receipt", problem))
        .ifPresent(defect -> defects.add(new Place(name, defect)));
    report.database().forEach(defect -> defects.add(new Place(Optional.empty(), defect)));
    return defects;
  }

  /** What can be done where something is not as it was written. */
  private Optional<String> wayOut(VerificationReport report) {
    if (report.defects().isEmpty()) {
      return Optional.empty();
    }
    String name = report.simulation().name().value();
    return Optional.of(
        report
            .soundUntil()
            .map(
                turn ->
                    "Turns 0 to "
                        + turn
                        + " are as they were written; '"
                        + session.proposal("fork " + name + "@" + turn + " --name NEW")
                        + "' goes on from there.")
            .orElse("No turn can be gone on from; restore a backup."));
  }

  private static String failure(VerificationReport report) {
    String simulation = "stateline: simulation '" + report.simulation().name() + "' ";
    if (report.defects().isEmpty() && !report.database().isEmpty()) {
      return simulation
          + "is as it was written, but its database is not: "
          + counted(report.database().size(), "defect")
          + report.mismatch().map(way -> "; nor does it match the receipt: " + way).orElse("");
    }
    if (report.defects().isEmpty()) {
      return simulation
          + "is whole, its "
          + counted(report.turns(), "turn")
          + " as written, but does not match the receipt"
          + report.mismatch().map(way -> ": " + way).orElse("");
    }
    return simulation
        + "is not as it was written: "
        + counted(report.defects().size(), "defect")
        + " in "
        + counted(report.turns(), "turn")
        + report.mismatch().map(way -> "; nor does it match the receipt: " + way).orElse("");
  }

  static String counted(int number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }

  private List<Column<VerificationReport>> cleanColumns() {
    return List.of(
        Column.of("simulation", r -> r.simulation().name()),
        Column.of("turns", VerificationReport::turns),
        Column.of("turn_number", r -> r.receipt().turn().value()),
        Column.of("receipt", VerificationReport::receipt),
        Column.of("split", r -> split.map(TurnNumber::value)));
  }
}
