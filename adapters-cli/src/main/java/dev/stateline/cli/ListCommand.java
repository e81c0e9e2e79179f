package dev.stateline.cli;

import dev.stateline.application.catalog.SimulationCatalog;
import dev.stateline.cli.output.Column;
import dev.stateline.cli.output.Rows;
import dev.stateline.cli.workspace.Workspace;
import dev.stateline.domain.simulation.Simulation;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code stateline list}. */
@Command(
    name = "list",
    header = "List all simulations.",
    description = "%nLists all simulations in the order of their creation.",
    footer = "Example: stateline list -o csv")
final class ListCommand implements Callable<Integer> {

  private static final List<Column<Simulation>> COLUMNS =
      List.of(
          Column.of("name", s -> s.name()),
          Column.of("status", s -> s.status().text()),
          Column.<Simulation>of("head_turn", s -> s.head().turn().value()).headed("turn"),
          Column.<Simulation>of("target_turn", s -> s.targetTurn().map(t -> t.value()))
              .headed("target"),
          Column.<Simulation>of("created_at", s -> s.createdAt()).headed("created"),
          Column.of("id", s -> s.id()),
          Column.hidden("status_reason", s -> s.statusReason()),
          Column.hidden("writer", s -> s.writer()),
          Column.hidden("chain_hash", s -> s.head().chainHash()),
          Column.hidden("metadata", s -> s.metadata()));

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
      if (Rows.print(session.console(), output.format(), COLUMNS, all) == 0) {
        session
            .console()
            .note("There are no simulations yet; '" + session.proposal("run") + "' makes one.");
      }
    }
    return ExitCode.DONE;
  }
}
