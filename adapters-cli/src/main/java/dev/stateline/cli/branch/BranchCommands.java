package dev.stateline.cli.branch;

import dev.stateline.cli.session.Session;
import java.util.List;

/** The commands {@code fork} and {@code rollback}. */
public final class BranchCommands {

  private BranchCommands() {}

  /** All of them, in the order in which help lists them. */
  public static List<Object> of(Session session) {
    return List.of(new ForkCommand(session), new RollbackCommand(session));
  }
}
