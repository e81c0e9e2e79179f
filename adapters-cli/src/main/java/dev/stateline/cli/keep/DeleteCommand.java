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
import picocli.CommandLine.Parameters;

/** The command {@code stateline delete}. */
@Command(
    name = "delete",
    header = "Delete a simulation with its history.",
    description = "%nDeletes a simulation for good; refused while it runs, or a fork rests on it.",
    footer = "Example: stateline delete first --yes")
final class DeleteCommand implements Callable<Integer> {

  @Parameters(paramLabel = "N", description = "The simulation: its name, or its id's beginning.")
  private String reference;

  @Mixin private Confirmation confirmation;

  private final Session session;

  DeleteCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    try (Workspace workspace = session.openForWriting()) {
      SimulationCatalog catalog = workspace.stateline().simulations();
      Simulation simulation = catalog.find(reference);
      if (!confirmation.given(session, intent(simulation, catalog.standing(simulation)))) {
        return ExitCode.FAILED;
      }
      catalog.delete(simulation.id());
      session.console().note("Simulation '" + simulation.name() + "' is deleted.");
    }
    return ExitCode.DONE;
  }

  private static String intent(Simulation simulation, String standing) {
    return "This deletes simulation '"
        + simulation.name()
        + "' ("
        + standing
        + ", turns 0 to "
        + simulation.head().turn()
        + ", "
        + simulation.id()
        + ") with its history and checkpoints, for good.";
  }
}
