package dev.stateline.cli.keep;

import dev.stateline.cli.session.Session;
import java.util.List;

/**
 * The commands {@code checkpoint}, {@code archive}, {@code delete}, {@code transfer}, {@code
 * backup}.
 */
public final class KeepCommands {

  private KeepCommands() {}

  /** All of them, in the order in which help lists them. */
  public static List<Object> of(Session session) {
    return List.of(
        new CheckpointCommand(session),
        new ArchiveCommand(session),
        new DeleteCommand(session),
        new TransferCommand(session),
        new BackupCommand(session));
  }
}
