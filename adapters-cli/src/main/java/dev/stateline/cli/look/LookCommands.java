package dev.stateline.cli.look;

import dev.stateline.cli.session.LazyCommand;
import dev.stateline.cli.session.Session;
import java.util.List;

/** The commands {@code list}, {@code stats}, {@code info}, {@code show} and {@code history}. */
public final class LookCommands {

  private LookCommands() {}

  /** All of them, in the order in which help lists them. */
  public static List<LazyCommand> of(Session session) {
    return List.of(
        new LazyCommand(ListCommand.class, () -> new ListCommand(session)),
        new LazyCommand(StatsCommand.class, () -> new StatsCommand(session)),
        new LazyCommand(InfoCommand.class, () -> new InfoCommand(session)),
        new LazyCommand(ShowCommand.class, () -> new ShowCommand(session)),
        new LazyCommand(HistoryCommand.class, () -> new HistoryCommand(session)));
  }
}
