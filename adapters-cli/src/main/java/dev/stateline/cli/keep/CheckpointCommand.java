package dev.stateline.cli.keep;

import dev.stateline.application.checkpoint.CheckpointBook;
import dev.stateline.application.history.TurnReference;
import dev.stateline.application.workspace.CheckpointFields;
import dev.stateline.application.workspace.Pages;
import dev.stateline.application.workspace.Workspace;
import dev.stateline.cli.output.Column;
import dev.stateline.cli.output.Columns;
import dev.stateline.cli.output.NarrowText;
import dev.stateline.cli.output.Rows;
import dev.stateline.cli.session.ExitCode;
import dev.stateline.cli.session.OutputOption;
import dev.stateline.cli.session.Session;
import dev.stateline.domain.checkpoint.Checkpoint;
import dev.stateline.domain.naming.CheckpointName;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.time.TurnNumber;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The command {@code stateline checkpoint}. */
@Command(
    name = "checkpoint",
    header = "Name states, list their names, take them away.",
    description =
        "%nA checkpoint is a name for a state; it can stand after @, and protects the state.",
    footer = "Example: stateline checkpoint create first@12 before-the-war")
final class CheckpointCommand {

  private static final List<Column<Checkpoint>> COLUMNS =
      Columns.of(CheckpointFields.ALL)
          .headed("turn_number", "turn")
          .headed("created_at", "created")
          .narrowedBy("created_at", NarrowText::ofMoment)
          .dispensable("created_at")
          .hidden("id", "simulation_id", "state_id", "metadata")
          .list();

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
      SimulationId id = workspace.stateline().simulations().findToRead(reference).id();
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
      @Parameters(
              paramLabel = "CHECKPOINT",
              description = "The checkpoint's name, or its id where the name is damaged.")
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
