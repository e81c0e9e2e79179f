package dev.stateline.cli.compare;

import dev.stateline.cli.session.LazyCommand;
import dev.stateline.cli.session.Session;
import java.util.List;

/** The commands {@code diff} and {@code compare}. */
public final class CompareCommands {

  private CompareCommands() {}

  /** All of them, in the order in which help lists them. */
  public static List<LazyCommand> of(Session session) {
    return List.of(
        new LazyCommand(DiffCommand.class, () -> new DiffCommand(session)),
        new LazyCommand(CompareCommand.class, () -> new CompareCommand(session)));
  }
}
