package dev.stateline.cli.admin;

import dev.stateline.cli.session.Session;
import java.util.List;

/** The commands {@code db}, {@code config}, {@code doctor} and {@code completion}. */
public final class AdminCommands {

  private AdminCommands() {}

  /** All of them, in the order in which help lists them. */
  public static List<Object> of(Session session) {
    return List.of(
        new DbCommand(session),
        new ConfigCommand(session),
        new DoctorCommand(session),
        new CompletionCommand(session),
        new CompleteWordsCommand(session));
  }
}
