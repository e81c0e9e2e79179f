package dev.stateline.cli.prove;

import dev.stateline.cli.session.Session;
import java.util.List;

/** The commands {@code verify} and {@code replay}. */
public final class ProveCommands {

  private ProveCommands() {}

  /** All of them, in the order in which help lists them. */
  public static List<Object> of(Session session) {
    return List.of(new VerifyCommand(session), new ReplayCommand(session));
  }
}
