package dev.stateline.cli.look;

import dev.stateline.application.Stateline;
import dev.stateline.application.catalog.SimulationCatalog;
import dev.stateline.application.workspace.Pages;
import dev.stateline.application.workspace.SimulationTree;
import dev.stateline.application.workspace.Workspace;
import dev.stateline.cli.output.OutputFormat;
import dev.stateline.cli.output.Rows;
import dev.stateline.cli.session.ExitCode;
import dev.stateline.cli.session.OutputOption;
import dev.stateline.cli.session.Session;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.simulation.ListedSimulation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
      List<ListedSimulation> damaged = new ArrayList<>();
      Iterable<ListedSimulation> all =
          Pages.of(after -> look(catalog, after.map(ListedSimulation::id), damaged));
      Stateline stateline = workspace.stateline();
      if ((tree ? printTree(all, stateline) : print(all, stateline)) == 0) {
        session
            .console()
            .note("There are no simulations yet; '" + session.proposal("run") + "' makes one.");
      }
      damaged.forEach(listed -> DamageNote.of(session, listed));
    }
    return ExitCode.DONE;
  }

  private static List<ListedSimulation> look(
      SimulationCatalog catalog, Optional<SimulationId> after, List<ListedSimulation> damaged) {
    List<ListedSimulation> page = catalog.look(after, Pages.SIZE);
    page.stream().filter(s -> s.defect().isPresent()).forEach(damaged::add);
    return page;
  }

  private long print(Iterable<ListedSimulation> simulations, Stateline stateline) {
    return Rows.print(
        session.console(), output.format(), SimulationColumns.of(stateline), simulations);
  }

  private long printTree(Iterable<ListedSimulation> all, Stateline stateline) {
    SimulationTree tree = new SimulationTree(all, stateline.branches().origins());
    boolean unicode = session.console().facts().unicode();
    return output.format() == OutputFormat.TABLE
        ? Rows.print(
            session.console(),
            OutputFormat.TABLE,
            TreeDrawing.columns(stateline.simulations()),
            TreeDrawing.of(tree, unicode))
        : print(tree.nodes().stream().map(SimulationTree.Node::simulation).toList(), stateline);
  }
}
