package dev.stateline.cli.look;

import dev.stateline.cli.session.Session;
import java.util.List;

/** The commands {@code list}, {@code info}, {@code show} and {@code history}. */
public final class LookCommands {

  private LookCommands() {}

  /** All of them, in the order in which help lists them. */
  public static List<Object> of(Session session) {
    return List.of(
        new ListCommand(session),
        new InfoCommand(session),
        new ShowCommand(session),
        new HistoryCommand(session));
  }
}
