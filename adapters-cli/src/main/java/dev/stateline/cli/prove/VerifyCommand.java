package dev.stateline.cli.prove;

import dev.stateline.application.replay.SplitReport;
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
        "%nReads every stored byte of a history again, and computes its hashes anew. "
            + "With --expect the history must also be the one of a receipt that 'run' "
            + "printed. Each defect is a row, and the exit code is 5; if all is well, the "
            + "row holds the receipt. With --split the scenario is then run again from its "
            + "initial state, in memory, once in one go and once closed at turn K and "
            + "resumed: both must give the recorded turns.",
    footer = "Example: stateline verify first --expect 12:3f0c...:9ab1...")
final class VerifyCommand implements Callable<Integer> {

  @Parameters(paramLabel = "N", description = "The simulation: its name, or its id's beginning.")
  private String reference;

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
    try (Workspace workspace = session.openForReading()) {
      VerificationReport report = verify(workspace);
      if (report.isClean()) {
        return split.map(at -> split(workspace, report, at)).orElseGet(() -> printClean(report));
      }
      Rows.print(session.console(), output.format(), defectColumns(report), defects(report));
      session.console().note(failure(report));
      return ExitCode.VERIFICATION_FAILED;
    }
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

  private VerificationReport verify(Workspace workspace) {
    Simulation simulation = workspace.stateline().simulations().find(reference);
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

  private List<Defect> defects(VerificationReport report) {
    List<Defect> defects = new ArrayList<>(report.defects());
    report
        .mismatch()
        .ifPresent(
            problem -> defects.add(new Defect(expected.map(Receipt::turn), "receipt", problem)));
    return defects;
  }

  private static String failure(VerificationReport report) {
    String simulation = "stateline: simulation '" + report.simulation().name() + "' ";
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

  private static String counted(int number, String what) {
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

  private static List<Column<Defect>> defectColumns(VerificationReport report) {
    return List.of(
        Column.of("simulation", d -> report.simulation().name()),
        Column.<Defect>of("turn_number", d -> d.turn().map(t -> t.value())).headed("turn"),
        Column.of("column", Defect::column),
        Column.of("problem", Defect::problem));
  }
}
