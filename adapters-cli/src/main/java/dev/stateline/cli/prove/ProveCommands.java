package dev.stateline.cli.prove;

import dev.stateline.cli.session.LazyCommand;
import dev.stateline.cli.session.Session;
import java.util.List;

/** The commands {@code verify} and {@code replay}. */
public final class ProveCommands {

  private ProveCommands() {}

  /** All of them, in the order in which help lists them. */
  public static List<LazyCommand> of(Session session) {
    return List.of(
        new LazyCommand(VerifyCommand.class, () -> new VerifyCommand(session)),
        new LazyCommand(ReplayCommand.class, () -> new ReplayCommand(session)));
  }
}
