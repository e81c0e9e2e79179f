package dev.stateline.cli.look;

import dev.stateline.application.history.TurnReference;
import dev.stateline.application.workspace.ShownDocument;
import dev.stateline.application.workspace.ShownDocument.Part;
import dev.stateline.application.workspace.TurnOrigins;
import dev.stateline.application.workspace.Workspace;
import dev.stateline.cli.output.Columns;
import dev.stateline.cli.output.DocumentText;
import dev.stateline.cli.output.OutputFormat;
import dev.stateline.cli.output.Rows;
import dev.stateline.cli.session.ExitCode;
import dev.stateline.cli.session.OutputOption;
import dev.stateline.cli.session.RemedyWords;
import dev.stateline.cli.session.Session;
import dev.stateline.domain.error.CorruptDataException;
import dev.stateline.domain.time.TurnNumber;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command {@code stateline show}. */
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
    Part part = choice.actions ? Part.ACTIONS : choice.outcomes ? Part.OUTCOMES : Part.STATE;
    try (Workspace workspace = session.openForReading()) {
      ShownDocument shown = ShownDocument.read(workspace, reference, part, path);
      if (output.format() == OutputFormat.TABLE) {
        session
            .console()
            .println(DocumentText.indented(shown.document(), session.console().style()));
        session.console().flush();
        noteOriginIfSound(workspace, shown);
      } else {
        Rows.print(
            session.console(), output.format(), Columns.of(shown.fields()).list(), List.of(shown));
      }
    }
    return ExitCode.DONE;
  }

  /** The state is proven by its hash, whatever the way is that leads to it. */
  private void noteOriginIfSound(Workspace workspace, ShownDocument shown) {
    try {
      noteOrigin(workspace, shown);
    } catch (CorruptDataException e) {
      session.console().note("Who wrote this turn cannot be told: " + RemedyWords.message(e) + ".");
    }
  }

  private void noteOrigin(Workspace workspace, ShownDocument shown) {
    TurnOrigins origins = new TurnOrigins(workspace.stateline(), shown.simulation());
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
                  + " was changed by an intervention, "
                  + (turn.value() == 0
                      ? "which stands in the simulation's config."
                      : "the last of the turn's actions."));
    }
  }
}
