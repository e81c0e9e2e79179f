package dev.stateline.cli.branch;

import dev.stateline.cli.session.LazyCommand;
import dev.stateline.cli.session.Session;
import java.util.List;

/** The commands {@code fork} and {@code rollback}. */
public final class BranchCommands {

  private BranchCommands() {}

  /** All of them, in the order in which help lists them. */
  public static List<LazyCommand> of(Session session) {
    return List.of(
        new LazyCommand(ForkCommand.class, () -> new ForkCommand(session)),
        new LazyCommand(RollbackCommand.class, () -> new RollbackCommand(session)));
  }
}
