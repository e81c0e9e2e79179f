package dev.stateline.cli.admin;

import dev.stateline.cli.session.LazyCommand;
import dev.stateline.cli.session.Session;
import java.util.List;

/** The commands {@code db}, {@code config}, {@code doctor} and {@code completion}. */
public final class AdminCommands {

  /** The name of the command that speaks of all the others, and of their options. */
  public static final String OF_ALL_COMMANDS = CompletionCommand.NAME;

  private AdminCommands() {}

  /** All of them, in the order in which help lists them. */
  public static List<LazyCommand> of(Session session) {
    return List.of(
        new LazyCommand(DbCommand.class, () -> new DbCommand(session)),
        new LazyCommand(ConfigCommand.class, () -> new ConfigCommand(session)),
        new LazyCommand(DoctorCommand.class, () -> new DoctorCommand(session)),
        new LazyCommand(CompletionCommand.class, () -> new CompletionCommand(session)),
        new LazyCommand(CompleteWordsCommand.class, () -> new CompleteWordsCommand(session)));
  }
}
