package dev.stateline.cli.look;

import dev.stateline.application.catalog.SimulationCatalog;
import dev.stateline.application.workspace.DatabaseFigures;
import dev.stateline.application.workspace.Metrics;
import dev.stateline.application.workspace.Pages;
import dev.stateline.application.workspace.Workspace;
import dev.stateline.cli.output.MetricFormat;
import dev.stateline.cli.output.Rows;
import dev.stateline.cli.session.ExitCode;
import dev.stateline.cli.session.Session;
import dev.stateline.cli.terminal.Console;
import dev.stateline.domain.error.CorruptDataException;
import dev.stateline.domain.simulation.ListedSimulation;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command {@code stateline stats}. */
@Command(
    name = "stats",
    header = "Measure the database.",
    description =
        "%nPrints how many turns and bytes the simulations have, what the database takes, and what"
            + " reading that took. Reads the record of every turn, and no state.",
    footer = "Example: stateline stats -o prometheus")
final class StatsCommand implements Callable<Integer> {

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORMAT",
      defaultValue = "table",
      order = 80,
      description = "table (for people), json (an array of objects), csv or prometheus.")
  private MetricFormat format;

  private final Session session;

  StatsCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    try (Workspace workspace = session.openForMeasuring()) {
      DatabaseFigures figures = new DatabaseFigures(workspace.stateline());
      session.databaseStatus().ifPresent(figures::add);
      SimulationCatalog catalog = workspace.stateline().simulations();
      Pages.<ListedSimulation>of(after -> catalog.look(after.map(ListedSimulation::id), Pages.SIZE))
          .forEach(listed -> add(figures, listed));
      Metrics metrics = workspace.metrics().orElseThrow();
      metrics.show(figures.list());
      print(metrics);
    }
    return ExitCode.DONE;
  }

  private void add(DatabaseFigures figures, ListedSimulation listed) {
    DamageNote.of(session, listed);
    listed
        .readable()
        .ifPresent(
            simulation -> {
              try {
                figures.add(simulation);
              } catch (CorruptDataException e) {
                session.console().note("stateline: not counted: " + e.getMessage());
              }
            });
  }

  private void print(Metrics metrics) {
    Console console = session.console();
    format
        .rows()
        .ifPresentOrElse(
            rows -> Rows.print(console, rows, MetricColumns.of(rows), metrics.all()),
            () -> console.print(metrics.prometheus()));
    console.flush();
  }
}
