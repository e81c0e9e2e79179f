package dev.stateline.cli.session;

import dev.stateline.application.guard.StrangersError;
import dev.stateline.application.workspace.ConfigurationException;
import dev.stateline.cli.terminal.Console;
import dev.stateline.domain.error.ErrorField;
import dev.stateline.domain.error.StatelineException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Says on one line what went wrong and what helps, and finds the exit code. */
public final class ErrorReport implements IParameterExceptionHandler, IExecutionExceptionHandler {

  private final Console console;
  private final GlobalOptions options;
  private boolean outputIsGone;

  public ErrorReport(Console console, GlobalOptions options) {
    this.console = console;
    this.options = options;
  }

  @Override
  public int handleParseException(ParameterException e, String[] args) {
    CommandLine command = e.getCommandLine();
    say(UsageProblem.of(e));
    console.note("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
    trace(e);
    return ExitCode.USAGE;
  }

  @Override
  public int handleExecutionException(Exception e, CommandLine command, ParseResult result) {
    return handle(e);
  }

  /** Says what went wrong, and returns the exit code. */
  public int handle(Throwable e) {
    if (e instanceof UncheckedIOException io) {
      return handleOutput(io);
    }
    trace(e);
    if (e instanceof StatelineException known) {
      say(RemedyWords.message(known));
      return ExitCode.of(known.category());
    }
    if (e instanceof ConfigurationException configuration) {
      configuration.problems().forEach(this::say);
      return ExitCode.USAGE;
    }
    if (e instanceof UsageException) {
      say(e.getMessage());
      return ExitCode.USAGE;
    }
    say(
        "internal error: "
            + StrangersError.printable(e)
            + (options.debug() ? "" : "; --debug shows details"));
    return ExitCode.FAILED;
  }

  /**
   * The exit code for an output that cannot be written; a reader that has enough, as {@code head}
   * has, is no error.
   */
  private int handleOutput(UncheckedIOException e) {
    IOException cause = e.getCause();
    String reason =
        Optional.ofNullable(cause.getMessage()).orElse(cause.getClass().getSimpleName());
    if (reason.toLowerCase(Locale.ROOT).contains("pipe")) {
      return ExitCode.DONE;
    }
    if (!outputIsGone) {
      outputIsGone = true;
      trace(e);
      say("the output cannot be written: " + reason);
    }
    return ExitCode.FAILED;
  }

  private void say(String message) {
    console.note("stateline: " + message);
  }

  /** What a scenario threw comes first: its author looks for that. */
  private void trace(Throwable e) {
    if (!options.debug()) {
      return;
    }
    boolean strangers =
        e instanceof StatelineException known
            && known.field(ErrorField.COMPONENT).isPresent()
            && e.getCause() != null;
    if (strangers) {
      StrangersError.printable(e.getCause()).printStackTrace(console.err());
      console.err().println("told as " + e.getClass().getName());
      Arrays.stream(e.getStackTrace()).forEach(frame -> console.err().println("\tat " + frame));
    } else {
      StrangersError.printable(e).printStackTrace(console.err());
    }
  }
}
