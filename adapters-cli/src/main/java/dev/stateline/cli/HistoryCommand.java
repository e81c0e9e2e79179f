package dev.stateline.cli;

import dev.stateline.application.history.HistoryReader;
import dev.stateline.application.history.TurnReference;
import dev.stateline.cli.output.Column;
import dev.stateline.cli.output.Rows;
import dev.stateline.cli.workspace.Workspace;
import dev.stateline.domain.error.InvalidInputException;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.time.TurnRange;
import dev.stateline.domain.turn.TurnRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code stateline history}. */
@Command(
    name = "history",
    header = "List the turns of a simulation.",
    description = "%nLists turns from the earliest on, with their hashes, sizes and times.",
    footer = "Example: stateline history first --from head~4")
final class HistoryCommand implements Callable<Integer> {

  private static final int SHORT_HASH = 12;

  private static final List<Column<TurnRecord>> COLUMNS =
      List.of(
          Column.<TurnRecord>of("turn_number", t -> t.turn().value()).headed("turn"),
          Column.of("timestamp", t -> t.simulatedTime()),
          Column.<TurnRecord>of("state_hash", t -> t.stateHash())
              .shownAs(HistoryCommand::shortened),
          Column.<TurnRecord>of("chain_hash", t -> t.chainHash())
              .shownAs(HistoryCommand::shortened),
          Column.hidden("transition_hash", t -> t.transitionHash()),
          Column.hidden("provenance_hash", t -> t.provenanceHash()),
          Column.hidden("state_version", t -> t.stateVersion()),
          Column.of("encoding", t -> t.encoding()),
          Column.<TurnRecord>of("document_size", t -> t.documentSize()).headed("size"),
          Column.<TurnRecord>of("stored_size", t -> t.storedSize()).headed("stored"),
          Column.<TurnRecord>of(
                  "processing_time_ms", t -> t.processingTime().map(Duration::toMillis))
              .headed("ms"),
          Column.<TurnRecord>of("created_at", t -> t.createdAt()).headed("created"),
          Column.hidden("state_id", t -> t.state()),
          Column.hidden("segment_id", t -> t.segment()));

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
      Simulation simulation = workspace.stateline().simulations().find(reference);
      HistoryReader history = workspace.stateline().history();
      TurnNumber first = history.turn(simulation, from.place());
      TurnNumber last = history.turn(simulation, to.place());
      try (Stream<TurnRecord> turns =
          history.history(simulation.id(), new TurnRange(first, last))) {
        Stream<TurnRecord> wanted = limit.map(turns::limit).orElse(turns);
        TurnOrigins origins = new TurnOrigins(workspace, simulation);
        Rows.print(session.console(), output.format(), columns(origins), wanted::iterator);
      }
    }
    return ExitCode.DONE;
  }

  /** Who wrote and who changed a turn stands in the tables of forks only. */
  private static List<Column<TurnRecord>> columns(TurnOrigins origins) {
    List<Column<TurnRecord>> columns = new ArrayList<>(COLUMNS);
    if (origins.isBranched()) {
      columns.add(
          Column.<TurnRecord>of("simulation_id", t -> t.simulation())
              .headed("written by")
              .shownAs(id -> origins.otherWriter((SimulationId) id).orElse("-")));
      columns.add(
          Column.<TurnRecord>of("intervention", origins::isChanged)
              .shownAs(yes -> yes.equals(true) ? "yes" : "-"));
    } else {
      columns.add(Column.hidden("simulation_id", t -> t.simulation()));
      columns.add(Column.hidden("intervention", origins::isChanged));
    }
    return columns;
  }

  private static String shortened(Object hash) {
    return hash.toString().substring(0, SHORT_HASH);
  }

  /** A turn in the words that stand after {@code @}. */
  record PlaceOption(TurnReference.Place place) {

    static PlaceOption parse(String text) {
      if (text.indexOf('@') >= 0) {
        throw new InvalidInputException(
            "a turn is a number, head, head~3 or a checkpoint's name, not '" + text + "'");
      }
      return new PlaceOption(TurnReference.parse("any@" + text).turn());
    }
  }
}
