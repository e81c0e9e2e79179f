package dev.stateline.cli;

import dev.stateline.application.checkpoint.CheckpointBook;
import dev.stateline.application.history.TurnReference;
import dev.stateline.cli.output.Column;
import dev.stateline.cli.output.Rows;
import dev.stateline.cli.workspace.Workspace;
import dev.stateline.domain.checkpoint.Checkpoint;
import dev.stateline.domain.naming.CheckpointName;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.time.TurnNumber;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code stateline checkpoint}. */
@Command(
    name = "checkpoint",
    header = "Name states, list their names, take them away.",
    description =
        "%nA checkpoint is a name for a state; it can stand after @, and protects the state.",
    footer = "Example: stateline checkpoint create first@12 before-the-war")
final class CheckpointCommand {

  private static final List<Column<Checkpoint>> COLUMNS =
      List.of(
          Column.of("name", c -> c.name()),
          Column.<Checkpoint>of("turn_number", c -> c.turn().value()).headed("turn"),
          Column.of("kind", c -> c.kind().name().toLowerCase(Locale.ROOT)),
          Column.<Checkpoint>of("created_at", c -> c.createdAt()).headed("created"),
          Column.hidden("id", c -> c.id()),
          Column.hidden("simulation_id", c -> c.simulation()),
          Column.hidden("state_id", c -> c.state()),
          Column.hidden("metadata", c -> c.metadata()));

  private final Session session;

  CheckpointCommand(Session session) {
    this.session = session;
  }

  @Command(
      name = "create",
      header = "Name a state.",
      description = "%nGives the state of a turn a name, also while the simulation runs.",
      footer = "Example: stateline checkpoint create first@12 before-the-war")
  int create(
      @Parameters(paramLabel = "N@T", description = "The simulation and the turn.")
          TurnReference reference,
      @Parameters(paramLabel = "NAME", description = "The checkpoint's name.") CheckpointName name,
      @Mixin OutputOption output) {
    try (Workspace workspace = session.openForWriting()) {
      Simulation simulation = workspace.stateline().simulations().find(reference.simulation());
      TurnNumber turn = workspace.stateline().history().turn(simulation, reference.turn());
      Checkpoint saved = workspace.stateline().checkpoints().save(simulation.id(), turn, name);
      Rows.print(session.console(), output.format(), COLUMNS, List.of(saved));
    }
    return ExitCode.DONE;
  }

  @Command(
      name = "list",
      header = "List a simulation's checkpoints.",
      description = "%nLists the checkpoints of a simulation by their turns.",
      footer = "Example: stateline checkpoint list first")
  int list(
      @Parameters(
              paramLabel = "N",
              description = "The simulation: its name, or its id's beginning.")
          String reference,
      @Mixin OutputOption output) {
    try (Workspace workspace = session.openForReading()) {
      CheckpointBook book = workspace.stateline().checkpoints();
      SimulationId id = workspace.stateline().simulations().find(reference).id();
      Iterable<Checkpoint> all = Pages.of(after -> book.list(id, after, Pages.SIZE));
      if (Rows.print(session.console(), output.format(), COLUMNS, all) == 0) {
        session.console().note("Simulation '" + reference + "' has no checkpoints.");
      }
    }
    return ExitCode.DONE;
  }

  @Command(
      name = "delete",
      header = "Take a checkpoint away.",
      description = "%nTakes the name away; the state stays, without the protection.",
      footer = "Example: stateline checkpoint delete first before-the-war")
  int delete(
      @Parameters(
              paramLabel = "N",
              description = "The simulation: its name, or its id's beginning.")
          String reference,
      @Parameters(paramLabel = "NAME", description = "The checkpoint's name.")
          CheckpointName name) {
    try (Workspace workspace = session.openForWriting()) {
      Simulation simulation = workspace.stateline().simulations().find(reference);
      workspace.stateline().checkpoints().delete(simulation.id(), name);
      session
          .console()
          .note("Checkpoint '" + name + "' of simulation '" + simulation.name() + "' is gone.");
    }
    return ExitCode.DONE;
  }
}
