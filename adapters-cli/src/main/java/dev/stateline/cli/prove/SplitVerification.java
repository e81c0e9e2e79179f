package dev.stateline.cli.prove;

import dev.stateline.application.replay.Mismatch;
import dev.stateline.application.replay.SplitReport;
import dev.stateline.application.replay.SplitReport.Between;
import dev.stateline.application.workspace.Workspace;
import dev.stateline.cli.output.OutputFormat;
import dev.stateline.cli.output.Rows;
import dev.stateline.cli.session.Session;
import dev.stateline.cli.terminal.Console;
import dev.stateline.cli.terminal.PrintableText;
import dev.stateline.cli.terminal.Progress;
import dev.stateline.cli.terminal.Style.Part;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.time.TurnNumber;

/** The second half of {@code verify --split}: runs the scenario, unbroken and split. */
final class SplitVerification {

  private final Session session;
  private final Workspace workspace;
  private final OutputFormat format;

  SplitVerification(Session session, Workspace workspace, OutputFormat format) {
    this.session = session;
    this.workspace = workspace;
    this.format = format;
  }

  SplitReport check(Simulation simulation, TurnNumber split) {
    try (Progress progress =
        Progress.open(
            session.console(), "split " + simulation.name(), 0, simulation.head().turn().value())) {
      return workspace
          .stateline()
          .splitCheck()
          .check(
              simulation,
              split,
              simulation.head().turn(),
              () -> session.door().engines().scenarioOf(simulation, workspace.documents()),
              turn -> progress.stepTo(turn.value()));
    }
  }

  void printEqual(SplitReport report) {
    Console console = session.console();
    String what =
        " "
            + report.simulation().name()
            + ": run to turn "
            + report.last()
            + " in one go, and closed at turn "
            + report.split()
            + " and resumed, it comes out as recorded";
    console.println(console.style().paint(Part.GOOD, "OK") + PrintableText.of(what));
  }

  void printDifference(SplitReport report) {
    boolean splits = report.between().orElseThrow() == Between.UNBROKEN_AND_SPLIT;
    Rows.print(
        session.console(),
        format,
        DifferenceColumns.of(
            report.simulation(),
            report.differingTurn(),
            splits ? "unbroken" : "recorded",
            splits ? "split" : "unbroken"),
        report.mismatches());
    session
        .console()
        .note(
            "stateline: turn "
                + report.differingTurn().orElseThrow()
                + " of simulation '"
                + report.simulation().name()
                + "' "
                + why(report, splits));
  }

  private static String why(SplitReport report, boolean splits) {
    Mismatch first = report.mismatches().get(0);
    if (first.part() == Mismatch.Part.SCENARIO) {
      return "was recorded, but the scenario fails in it";
    }
    if (first.part() == Mismatch.Part.ACTIONS) {
      return "gets other actions each time: a split check needs an action source that is"
          + " deterministic; 'stateline replay' does without it";
    }
    return splits
        ? "comes out in another way in a run that was closed at turn "
            + report.split()
            + " and resumed: the scenario depends on something that is not in its state"
        : "comes out in another way than it was recorded";
  }
}
