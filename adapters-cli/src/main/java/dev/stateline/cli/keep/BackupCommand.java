package dev.stateline.cli.keep;

import dev.stateline.application.workspace.Workspace;
import dev.stateline.cli.output.HumanNumber;
import dev.stateline.cli.session.ExitCode;
import dev.stateline.cli.session.Session;
import dev.stateline.cli.terminal.ShellWord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command {@code stateline backup}. */
@Command(
    name = "backup",
    header = "Copy the SQLite database while it is in use.",
    description =
        "%nWrites the whole database, as it is at one moment, to a new file; runs that write to it go"
            + " on meanwhile. A plain copy of the file would miss the turns that are still in its"
            + " write-ahead log. For PostgreSQL it names the command of pg_dump.",
    footer = "Example: stateline backup --out world-2026-03-01.db")
final class BackupCommand implements Callable<Integer> {

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "The file to write; nothing may be there yet.")
  private Path file;

  private final Session session;

  BackupCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    try (Workspace workspace = session.openForReading()) {
      workspace.backUp(file);
      session
          .console()
          .note(
              workspace.description()
                  + " is copied to "
                  + file
                  + " ("
                  + HumanNumber.bytes(size())
                  + "). Look at it with:");
      session.console().note("  stateline list --db " + ShellWord.of(file.toString()));
    }
    return ExitCode.DONE;
  }

  private long size() {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
