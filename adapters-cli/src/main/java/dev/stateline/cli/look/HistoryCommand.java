package dev.stateline.cli.look;

import dev.stateline.application.history.HistoryReader;
import dev.stateline.application.workspace.TurnFields;
import dev.stateline.application.workspace.TurnOrigins;
import dev.stateline.application.workspace.Workspace;
import dev.stateline.cli.output.Column;
import dev.stateline.cli.output.Columns;
import dev.stateline.cli.output.NarrowText;
import dev.stateline.cli.output.Rows;
import dev.stateline.cli.session.ExitCode;
import dev.stateline.cli.session.OutputOption;
import dev.stateline.cli.session.PlaceOption;
import dev.stateline.cli.session.Session;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.time.TurnRange;
import dev.stateline.domain.turn.TurnRecord;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command {@code stateline history}. */
@Command(
    name = "history",
    header = "List the turns of a simulation.",
    description = "%nLists turns from the earliest on, with their hashes, sizes and times.",
    footer = "Example: stateline history first --from head~4")
final class HistoryCommand implements Callable<Integer> {

  private static final int SHORT_HASH = 12;

  @Parameters(paramLabel = "N", description = "The simulation: its name, or its id's beginning.")
  private String reference;

  @Option(
      names = "--from",
      paramLabel = "T",
      defaultValue = "0",
      description = "The first turn: a number, head, head~3 or a checkpoint's name. Default: 0.")
  private PlaceOption from;

  @Option(
      names = "--to",
      paramLabel = "T",
      defaultValue = "head",
      description = "The last turn, in the same words. Default: head.")
  private PlaceOption to;

  @Option(names = "--limit", paramLabel = "K", description = "At most so many turns.")
  private Optional<Integer> limit;

  @Mixin private OutputOption output;

  private final Session session;

  HistoryCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    try (Workspace workspace = session.openForReading()) {
      Simulation simulation = workspace.stateline().simulations().findToRead(reference);
      HistoryReader history = workspace.stateline().history();
      TurnNumber first = history.turn(simulation, from.place());
      TurnNumber last = history.turn(simulation, to.place());
      try (Stream<TurnRecord> turns =
          history.history(simulation.id(), new TurnRange(first, last))) {
        Stream<TurnRecord> wanted = limit.map(turns::limit).orElse(turns);
        TurnOrigins origins = new TurnOrigins(workspace.stateline(), simulation);
        Rows.print(session.console(), output.format(), columns(origins), wanted::iterator);
      }
    }
    return ExitCode.DONE;
  }

  /** The columns of turns; the writer and the intervention stand in the tables of forks only. */
  private static List<Column<TurnRecord>> columns(TurnOrigins origins) {
    Columns<TurnRecord> columns =
        Columns.of(TurnFields.with(origins))
            .headed("turn_number", "turn")
            .shownAs("state_hash", HistoryCommand::shortened)
            .shownAs("chain_hash", HistoryCommand::shortened)
            .headed("document_size", "size")
            .headed("stored_size", "stored")
            .headed("processing_time_ms", "ms")
            .headed("created_at", "created")
            .narrowedBy("created_at", NarrowText::ofMoment)
            .narrowedBy("timestamp", NarrowText::ofWorldTime)
            .dispensable(
                "encoding",
                "stored_size",
                "created_at",
                "document_size",
                "processing_time_ms",
                "state_hash",
                "timestamp")
            .hidden("transition_hash", "provenance_hash", "state_version")
            .hidden("state_id", "segment_id");
    return origins.isBranched()
        ? columns
            .headed("simulation_id", "written by")
            .shownAs("simulation_id", id -> origins.otherWriter((SimulationId) id).orElse("-"))
            .shownAs("intervention", yes -> yes.equals(true) ? "yes" : "-")
            .list()
        : columns.hidden("simulation_id", "intervention").list();
  }

  private static String shortened(Object hash) {
    return hash.toString().substring(0, SHORT_HASH);
  }
}
