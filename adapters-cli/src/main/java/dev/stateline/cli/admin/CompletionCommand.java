package dev.stateline.cli.admin;

import dev.stateline.cli.session.ExitCode;
import dev.stateline.cli.session.Session;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command {@code stateline completion}. */
@Command(
    name = CompletionCommand.NAME,
    header = "Print a script that completes commands in bash and zsh.",
    description =
        "%nPrints a script for the Tab key; a shell that reads it completes commands, options, files,"
            + " scenarios, and the simulations and checkpoints of the database.",
    footer = "Example: source <(stateline completion)")
final class CompletionCommand implements Callable<Integer> {

  static final String NAME = "completion";

  @Spec private CommandSpec spec;

  private final Session session;

  CompletionCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    session.console().print(CompletionScript.of(spec.root()));
    session.console().flush();
    return ExitCode.DONE;
  }
}
