package dev.stateline.cli.look;

import dev.stateline.application.branch.Origins;
import dev.stateline.application.catalog.SimulationCatalog;
import dev.stateline.application.workspace.Pages;
import dev.stateline.application.workspace.SimulationTree;
import dev.stateline.application.workspace.Workspace;
import dev.stateline.cli.output.OutputFormat;
import dev.stateline.cli.output.Rows;
import dev.stateline.cli.session.ExitCode;
import dev.stateline.cli.session.OutputOption;
import dev.stateline.cli.session.Session;
import dev.stateline.domain.simulation.Simulation;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The command {@code stateline list}. */
@Command(
    name = "list",
    header = "List all simulations.",
    description =
        "%nLists all simulations in the order of their creation, or each under the one that it"
            + " branched from.",
    footer = "Example: stateline list --tree")
final class ListCommand implements Callable<Integer> {

  @Option(
      names = "--tree",
      description = "Draw forks under what they branched from, with the last turn that both have.")
  private boolean tree;

  @Mixin private OutputOption output;

  private final Session session;

  ListCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    try (Workspace workspace = session.openForReading()) {
      SimulationCatalog catalog = workspace.stateline().simulations();
      Iterable<Simulation> all =
          Pages.of(after -> catalog.list(after.map(Simulation::id), Pages.SIZE));
      Origins origins = workspace.stateline().branches().origins();
      if ((tree ? printTree(all, origins) : print(all, origins)) == 0) {
        session
            .console()
            .note("There are no simulations yet; '" + session.proposal("run") + "' makes one.");
      }
    }
    return ExitCode.DONE;
  }

  private long print(Iterable<Simulation> simulations, Origins origins) {
    return Rows.print(
        session.console(), output.format(), SimulationColumns.with(origins), simulations);
  }

  private long printTree(Iterable<Simulation> all, Origins origins) {
    SimulationTree tree = new SimulationTree(all, origins);
    boolean unicode = session.console().facts().unicode();
    return output.format() == OutputFormat.TABLE
        ? Rows.print(
            session.console(),
            OutputFormat.TABLE,
            TreeDrawing.COLUMNS,
            TreeDrawing.of(tree, unicode))
        : print(tree.nodes().stream().map(SimulationTree.Node::simulation).toList(), origins);
  }
}
