package dev.stateline.cli.keep;

import dev.stateline.application.catalog.SimulationCatalog;
import dev.stateline.application.workspace.Workspace;
import dev.stateline.cli.session.Confirmation;
import dev.stateline.cli.session.ExitCode;
import dev.stateline.cli.session.Session;
import dev.stateline.domain.simulation.Simulation;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command {@code stateline archive}. */
@Command(
    name = "archive",
    header = "Keep a simulation for reading only, or take it back.",
    description = "%nAn archived simulation can be read and verified, and not be run on.",
    footer = "Example: stateline archive first --yes")
final class ArchiveCommand implements Callable<Integer> {

  @Parameters(paramLabel = "N", description = "The simulation: its name, or its id's beginning.")
  private String reference;

  @Option(names = "--undo", description = "Take it back: it is paused, and may be resumed.")
  private boolean undo;

  @Mixin private Confirmation confirmation;

  private final Session session;

  ArchiveCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    try (Workspace workspace = session.openForWriting()) {
      SimulationCatalog catalog = workspace.stateline().simulations();
      Simulation simulation = catalog.find(reference);
      return undo ? takeBack(catalog, simulation) : putAway(catalog, simulation);
    }
  }

  private int takeBack(SimulationCatalog catalog, Simulation simulation) {
    catalog.unarchive(simulation.id());
    session
        .console()
        .note(
            "Simulation '"
                + simulation.name()
                + "' is "
                + catalog.standing(catalog.find(simulation.id().toString()))
                + " again, and can be resumed.");
    return ExitCode.DONE;
  }

  private int putAway(SimulationCatalog catalog, Simulation simulation) {
    String intent =
        "This archives simulation '"
            + simulation.name()
            + "' ("
            + catalog.standing(simulation)
            + ", turn "
            + simulation.head().turn()
            + "): it is kept for reading, and cannot be run on until --undo.";
    if (!confirmation.given(session, intent)) {
      return ExitCode.FAILED;
    }
    catalog.archive(simulation.id());
    session.console().note("Simulation '" + simulation.name() + "' is archived.");
    return ExitCode.DONE;
  }
}
