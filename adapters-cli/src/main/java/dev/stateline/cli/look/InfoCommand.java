package dev.stateline.cli.look;

import dev.stateline.application.catalog.SimulationCatalog;
import dev.stateline.application.workspace.FactsFields;
import dev.stateline.application.workspace.SimulationFacts;
import dev.stateline.application.workspace.Workspace;
import dev.stateline.cli.output.Columns;
import dev.stateline.cli.output.OutputFormat;
import dev.stateline.cli.output.Rows;
import dev.stateline.cli.session.ExitCode;
import dev.stateline.cli.session.OutputOption;
import dev.stateline.cli.session.Session;
import dev.stateline.domain.simulation.Simulation;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The command {@code stateline info}. */
@Command(
    name = "info",
    header = "Show the facts of a run.",
    description =
        "%nPrints scenario, parameters, seed, engine and version by stretches of turns, parent,"
            + " interventions, checkpoints, sizes, times and writer.",
    footer = "Example: stateline info first")
final class InfoCommand implements Callable<Integer> {

  @Parameters(paramLabel = "N", description = "The simulation: its name, or its id's beginning.")
  private String reference;

  @Mixin private OutputOption output;

  private final Session session;

  InfoCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    try (Workspace workspace = session.openForReading()) {
      SimulationCatalog catalog = workspace.stateline().simulations();
      Simulation simulation = catalog.find(reference);
      SimulationFacts facts = SimulationFacts.of(workspace, simulation);
      if (output.format() == OutputFormat.TABLE) {
        new FactsLines(session.console(), workspace).print(facts);
      } else {
        Rows.print(
            session.console(),
            output.format(),
            Columns.of(FactsFields.of(workspace)).list(),
            List.of(facts));
      }
      catalog.look(simulation.id()).ifPresent(listed -> DamageNote.of(session, listed));
    }
    return ExitCode.DONE;
  }
}
