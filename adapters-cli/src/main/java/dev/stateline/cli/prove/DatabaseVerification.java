package dev.stateline.cli.prove;

import dev.stateline.application.verify.DatabaseReport;
import dev.stateline.application.verify.DatabaseReport.Place;
import dev.stateline.application.workspace.Workspace;
import dev.stateline.cli.output.Column;
import dev.stateline.cli.output.OutputFormat;
import dev.stateline.cli.output.Rows;
import dev.stateline.cli.session.ExitCode;
import dev.stateline.cli.session.Session;
import dev.stateline.cli.terminal.Console;
import dev.stateline.cli.terminal.Style.Part;
import java.util.List;

/** Verification of all simulations of a database, as {@code verify} without a name does it. */
final class DatabaseVerification {

  static final List<Column<Place>> COLUMNS =
      List.of(
          Column.of("simulation", Place::simulation),
          Column.<Place>of("turn_number", p -> p.defect().turn().map(t -> t.value()))
              .headed("turn"),
          Column.of("column", p -> p.defect().column()),
          Column.of("problem", p -> p.defect().problem()));

  private final Session session;
  private final OutputFormat format;

  DatabaseVerification(Session session, OutputFormat format) {
    this.session = session;
    this.format = format;
  }

  /** Verifies, prints, and gives the exit code. */
  int verify(Workspace workspace) {
    DatabaseReport report = workspace.stateline().verifier().verifyAll(listed -> {});
    String read =
        VerifyCommand.counted(report.simulations(), "simulation")
            + " with "
            + report.turns()
            + (report.turns() == 1 ? " turn" : " turns");
    if (!report.isClean()) {
      Rows.print(session.console(), format, COLUMNS, report.defects());
      session
          .console()
          .note(
              "stateline: the database is not as it was written: "
                  + VerifyCommand.counted(report.defects().size(), "defect")
                  + " in "
                  + read);
      report.defects().stream()
          .flatMap(place -> place.simulation().stream())
          .findFirst()
          .map(name -> session.proposal("verify " + name))
          .ifPresent(
              command ->
                  session
                      .console()
                      .note("'" + command + "' says which turns are sound, and where to go on."));
      return ExitCode.VERIFICATION_FAILED;
    }
    if (format != OutputFormat.TABLE) {
      Rows.print(session.console(), format, cleanColumns(), List.of(report));
      return ExitCode.DONE;
    }
    Console console = session.console();
    console.println(
        console.style().paint(Part.GOOD, "OK") + " " + read + ": all is as it was written");
    console.flush();
    return ExitCode.DONE;
  }

  private static List<Column<DatabaseReport>> cleanColumns() {
    return List.of(
        Column.of("simulations", DatabaseReport::simulations),
        Column.of("turns", DatabaseReport::turns));
  }
}
