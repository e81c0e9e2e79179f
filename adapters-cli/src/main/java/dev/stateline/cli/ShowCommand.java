package dev.stateline.cli;

import dev.stateline.application.history.HistoryReader;
import dev.stateline.application.history.TurnReference;
import dev.stateline.cli.output.Column;
import dev.stateline.cli.output.DocumentText;
import dev.stateline.cli.output.OutputFormat;
import dev.stateline.cli.output.Rows;
import dev.stateline.cli.workspace.Workspace;
import dev.stateline.domain.document.Document;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.NotFoundException;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.turn.State;
import dev.stateline.domain.turn.Transition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code stateline show}. */
@Command(
    name = "show",
    header = "Show a state, or what was done in its turn.",
    description =
        "%nPrints the state at the end of a turn as JSON; with --actions or "
            + "--outcomes what was done in the turn and what came of it; with --path one "
            + "value of it.",
    footer = "Example: stateline show first@head~3 --path /nations/FRA/gdp")
final class ShowCommand implements Callable<Integer> {

  /** Which document of a turn. */
  static final class Choice {
    @Option(names = "--actions", description = "What was done in the turn.")
    private boolean actions;

    @Option(names = "--outcomes", description = "What came of the turn.")
    private boolean outcomes;
  }

  private record Shown(
      Simulation simulation,
      State state,
      String column,
      Document document,
      Optional<String> path) {}

  @Parameters(
      paramLabel = "N@T",
      description = "The simulation and the turn, for example first@12; without @T its last turn.")
  private TurnReference reference;

  @ArgGroup private Choice choice = new Choice();

  @Option(
      names = "--path",
      paramLabel = "/POINTER",
      description = "A JSON Pointer (RFC 6901): only the value at this place.")
  private Optional<String> path;

  @Mixin private OutputOption output;

  private final Session session;

  ShowCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    try (Workspace workspace = session.openForReading()) {
      Shown shown = read(workspace);
      if (output.format() == OutputFormat.TABLE) {
        session
            .console()
            .println(DocumentText.indented(shown.document(), session.console().style()));
        session.console().flush();
        noteOrigin(workspace, shown);
      } else {
        Rows.print(session.console(), output.format(), columns(shown), List.of(shown));
      }
    }
    return ExitCode.DONE;
  }

  private void noteOrigin(Workspace workspace, Shown shown) {
    TurnOrigins origins = new TurnOrigins(workspace, shown.simulation());
    TurnNumber turn = shown.state().turn();
    origins
        .otherWriter(shown.state().simulation())
        .ifPresent(
            other -> session.console().note("Turn " + turn + " was written by '" + other + "'."));
    if (origins.isChanged(turn)) {
      session
          .console()
          .note(
              "The state of turn "
                  + turn
                  + " was changed by an intervention, the last of the turn's actions.");
    }
  }

  private Shown read(Workspace workspace) {
    Simulation simulation = workspace.stateline().simulations().find(reference.simulation());
    HistoryReader history = workspace.stateline().history();
    TurnNumber turn = history.turn(simulation, reference.turn());
    State state = history.stateAt(simulation.id(), turn);
    String column = choice.actions ? "actions" : choice.outcomes ? "outcomes" : "state_data";
    Document whole =
        column.equals("state_data")
            ? state.document()
            : ofTransition(simulation, turn, history.transitionAt(simulation.id(), turn));
    Document part = path.map(p -> select(workspace, simulation, turn, whole, p)).orElse(whole);
    return new Shown(simulation, state, column, part, path);
  }

  private Document ofTransition(
      Simulation simulation, TurnNumber turn, Optional<Transition> transition) {
    return transition
        .map(t -> choice.actions ? t.actions() : t.outcomes())
        .orElseThrow(
            () ->
                new NotFoundException(
                    ErrorCode.TURN_OUT_OF_RANGE,
                    "turn "
                        + turn
                        + " of simulation '"
                        + simulation.name()
                        + "' is its initial state: nothing was done before it"));
  }

  private static Document select(
      Workspace workspace, Simulation simulation, TurnNumber turn, Document whole, String path) {
    return workspace
        .documents()
        .select(whole, path)
        .orElseThrow(
            () ->
                new NotFoundException(
                    ErrorCode.PATH_NOT_FOUND,
                    "there is no place '"
                        + path
                        + "' at turn "
                        + turn
                        + " of simulation '"
                        + simulation.name()
                        + "'; 'stateline show' without --path prints all there is"));
  }

  private static List<Column<Shown>> columns(Shown shown) {
    List<Column<Shown>> columns =
        new ArrayList<>(
            List.of(
                Column.of("simulation_id", s -> s.state().simulation()),
                Column.of("segment_id", s -> s.state().segment()),
                Column.of("state_id", s -> s.state().id()),
                Column.of("turn_number", s -> s.state().turn().value()),
                Column.of("timestamp", s -> s.state().simulatedTime()),
                Column.of("state_version", s -> s.state().stateVersion()),
                Column.of("state_hash", s -> s.state().document().hash()),
                Column.of("chain_hash", s -> s.state().chainHash()),
                Column.of("provenance_hash", s -> s.state().provenance().hash()),
                Column.of("created_at", s -> s.state().createdAt())));
    shown.path().ifPresent(p -> columns.add(Column.of("path", s -> p)));
    columns.add(Column.of(shown.column(), Shown::document));
    return columns;
  }
}
