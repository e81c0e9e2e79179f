package dev.stateline.cli.compare;

import dev.stateline.cli.session.Session;
import java.util.List;

/** The commands {@code diff} and {@code compare}. */
public final class CompareCommands {

  private CompareCommands() {}

  /** All of them, in the order in which help lists them. */
  public static List<Object> of(Session session) {
    return List.of(new DiffCommand(session), new CompareCommand(session));
  }
}
