package dev.stateline.cli.prove;

import dev.stateline.application.history.HistoryReader;
import dev.stateline.application.replay.Mismatch;
import dev.stateline.application.replay.ReplayReport;
import dev.stateline.application.run.EngineCatalog;
import dev.stateline.application.workspace.Workspace;
import dev.stateline.cli.output.Column;
import dev.stateline.cli.output.OutputFormat;
import dev.stateline.cli.output.Rows;
import dev.stateline.cli.session.ExitCode;
import dev.stateline.cli.session.OutputOption;
import dev.stateline.cli.session.PlaceOption;
import dev.stateline.cli.session.Session;
import dev.stateline.cli.terminal.Console;
import dev.stateline.cli.terminal.PrintableText;
import dev.stateline.cli.terminal.Progress;
import dev.stateline.cli.terminal.Style.Part;
import dev.stateline.domain.document.Document;
import dev.stateline.domain.engine.Scenario;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.time.TurnRange;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command {@code stateline replay}. */
@Command(
    name = "replay",
    header = "Compute recorded turns again, and require that they come out the same.",
    description =
        "%nGives the engine the recorded actions again, applies the recorded interventions, "
            + "and requires the recorded states and outcomes, and so the recorded hashes. "
            + "It ends at the first turn that comes out in another way: each place that "
            + "differs is a row, and the exit code is 5. Writes nothing.",
    footer = "Example: stateline replay first --from 10 --to 20")
final class ReplayCommand implements Callable<Integer> {

  @Parameters(paramLabel = "N", description = "The simulation: its name, or its id's beginning.")
  private String reference;

  @Option(
      names = "--from",
      paramLabel = "T",
      defaultValue = "0",
      description =
          "The first turn: a number, head, head~3 or a checkpoint's name; turn 0 is the initial"
              + " state. Default: 0.")
  private PlaceOption from;

  @Option(
      names = "--to",
      paramLabel = "T",
      defaultValue = "head",
      description = "The last turn, in the same words. Default: head.")
  private PlaceOption to;

  @Option(
      names = "--engine-config",
      paramLabel = "FILE",
      description =
          "Other parameters than the recorded ones, in YAML; what it lacks is the scenario's to fill.")
  private Optional<Path> parameters;

  @Mixin private OutputOption output;

  private final Session session;

  ReplayCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Optional<Document> given = parameters.map(session.door()::readParameters);
    try (Workspace workspace = session.openForReading()) {
      ReplayReport report = replay(workspace, given);
      if (report.isEqual()) {
        printEqual(report);
      } else {
        Rows.print(
            session.console(),
            output.format(),
            DifferenceColumns.of(
                report.simulation(), report.differingTurn(), "recorded", "replayed"),
            report.mismatches());
        session.console().note(difference(report));
      }
      explain(report);
      return report.isEqual() ? ExitCode.DONE : ExitCode.VERIFICATION_FAILED;
    }
  }

  private ReplayReport replay(Workspace workspace, Optional<Document> given) {
    Simulation simulation = workspace.stateline().simulations().find(reference);
    HistoryReader history = workspace.stateline().history();
    TurnRange range =
        new TurnRange(history.turn(simulation, from.place()), history.turn(simulation, to.place()));
    EngineCatalog engines = session.door().engines();
    Supplier<Scenario<?>> scenarios =
        () ->
            given.isPresent()
                ? engines.scenarioOf(simulation, workspace.documents(), given.get())
                : engines.scenarioOf(simulation, workspace.documents());
    try (Progress progress =
        Progress.open(
            session.console(),
            "replay " + simulation.name(),
            range.from().value(),
            range.to().value())) {
      return workspace
          .stateline()
          .replayer()
          .replay(simulation, range, scenarios, turn -> progress.stepTo(turn.value()));
    }
  }

  private void printEqual(ReplayReport report) {
    Console console = session.console();
    if (output.format() != OutputFormat.TABLE) {
      Rows.print(console, output.format(), equalColumns(), List.of(report));
      return;
    }
    String what =
        " "
            + report.simulation().name()
            + ": turns "
            + report.range().from()
            + " to "
            + report.range().to()
            + " come out as they were recorded, chain hash "
            + report.chainHash().orElseThrow();
    console.println(console.style().paint(Part.GOOD, "OK") + PrintableText.of(what));
    console.flush();
  }

  private static String difference(ReplayReport report) {
    Mismatch first = report.mismatches().get(0);
    return "stateline: turn "
        + report.differingTurn().orElseThrow()
        + " of simulation '"
        + report.simulation().name()
        + (first.part() == Mismatch.Part.SCENARIO
            ? "' was recorded, but the scenario fails in it"
            : "' comes out in another way than it was recorded")
        + equalBefore(report);
  }

  private static String equalBefore(ReplayReport report) {
    int first = report.range().from().value();
    int last = first + report.equalTurns() - 1;
    return switch (report.equalTurns()) {
      case 0 -> "";
      case 1 -> "; turn " + first + " comes out the same";
      default -> "; turns " + first + " to " + last + " come out the same";
    };
  }

  /** Notes what qualifies the result: foreign turns, upcasts, interventions. */
  private void explain(ReplayReport report) {
    Console console = session.console();
    if (report.foreignTurns() > 0) {
      console.note(
          "Computed by another engine, another version of it, or with other parameters than"
              + " recorded: "
              + DifferenceColumns.turns(report.foreignTurns())
              + ".");
    }
    if (report.upcastTurns() > 0) {
      console.note(
          "Recorded with a state of an earlier version: "
              + DifferenceColumns.turns(report.upcastTurns())
              + "; their upcast documents were compared, not their hashes.");
    }
    if (report.interventionsTaken() > 0) {
      console.note(
          "Changed by an intervention in the shape of an earlier version, and so taken as recorded: "
              + DifferenceColumns.turns(report.interventionsTaken())
              + ".");
    }
  }

  private static List<Column<ReplayReport>> equalColumns() {
    return List.of(
        Column.of("simulation", r -> r.simulation().name()),
        Column.of("from_turn", r -> r.range().from().value()),
        Column.of("to_turn", r -> r.range().to().value()),
        Column.of("turns", ReplayReport::equalTurns),
        Column.of("chain_hash", ReplayReport::chainHash),
        Column.of("foreign_turns", ReplayReport::foreignTurns),
        Column.of("upcast_turns", ReplayReport::upcastTurns),
        Column.of("state_versions", ReplayCommand::versions));
  }

  private static Document versions(ReplayReport report) {
    String json = report.storedVersions().toString().replace(" ", "");
    return Document.ofCanonical(json.getBytes(StandardCharsets.UTF_8));
  }
}
