package dev.stateline.cli.keep;

import dev.stateline.cli.session.LazyCommand;
import dev.stateline.cli.session.Session;
import java.util.List;

/**
 * The commands {@code checkpoint}, {@code archive}, {@code delete}, {@code transfer}, {@code
 * backup}.
 */
public final class KeepCommands {

  private KeepCommands() {}

  /** All of them, in the order in which help lists them. */
  public static List<LazyCommand> of(Session session) {
    return List.of(
        new LazyCommand(CheckpointCommand.class, () -> new CheckpointCommand(session)),
        new LazyCommand(ArchiveCommand.class, () -> new ArchiveCommand(session)),
        new LazyCommand(DeleteCommand.class, () -> new DeleteCommand(session)),
        new LazyCommand(TransferCommand.class, () -> new TransferCommand(session)),
        new LazyCommand(BackupCommand.class, () -> new BackupCommand(session)));
  }
}
