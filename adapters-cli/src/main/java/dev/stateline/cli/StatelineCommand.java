package dev.stateline.cli;

import dev.stateline.application.workspace.WorkspaceDoor;
import dev.stateline.cli.admin.AdminCommands;
import dev.stateline.cli.branch.BranchCommands;
import dev.stateline.cli.compare.CompareCommands;
import dev.stateline.cli.keep.KeepCommands;
import dev.stateline.cli.look.LookCommands;
import dev.stateline.cli.prove.ProveCommands;
import dev.stateline.cli.run.RunCommands;
import dev.stateline.cli.session.ErrorReport;
import dev.stateline.cli.session.ExitCode;
import dev.stateline.cli.session.GlobalOptions;
import dev.stateline.cli.session.Interrupts;
import dev.stateline.cli.session.LazyCommand;
import dev.stateline.cli.session.Session;
import dev.stateline.cli.terminal.Console;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** The program {@code stateline}: reads a command line and carries it out. Not thread-safe. */
public final class StatelineCommand {

  private final Console console;
  private final WorkspaceDoor door;
  private final Interrupts interrupts;

  /**
   * @param console the three standard streams
   * @param door what the commands work on
   * @param interrupts how they hear that they are to stop
   */
  public StatelineCommand(Console console, WorkspaceDoor door, Interrupts interrupts) {
    this.console = Objects.requireNonNull(console, "console");
    this.door = Objects.requireNonNull(door, "door");
    this.interrupts = Objects.requireNonNull(interrupts, "interrupts");
  }

  /**
   * Carries a command line out. Nothing is thrown: what goes wrong is said on the error stream.
   *
   * @return the exit code: 0 done, 1 failed, 2 usage or configuration, 3 not found, 4 conflict, 5
   *     verification failed or divergence found, 6 database unavailable, 130 interrupted
   */
  public int execute(String... args) {
    GlobalOptions options = new GlobalOptions();
    ErrorReport errors = new ErrorReport(console, options);
    try {
      CommandLine commands = commands(options, errors, new HashSet<>(Arrays.asList(args)));
      if (args.length == 0) {
        console
            .err()
            .print(
                HelpPages.folded(commands.getUsageMessage(ansi(console.facts().error())), console));
        return ExitCode.USAGE;
      }
      int exitCode = commands.execute(args);
      console.flush();
      return exitCode;
    } catch (RuntimeException | Error e) {
      return errors.handle(e);
    }
  }

  /**
   * @param words those of the command line; a command that is none of them is only named
   */
  private CommandLine commands(GlobalOptions options, ErrorReport errors, Set<String> words) {
    Session session = new Session(console, door, interrupts, options);
    CommandLine root = new CommandLine(options);
    boolean all = words.contains(AdminCommands.OF_ALL_COMMANDS);
    Stream.of(
            RunCommands.of(session),
            LookCommands.of(session),
            BranchCommands.of(session),
            CompareCommands.of(session),
            ProveCommands.of(session),
            KeepCommands.of(session),
            AdminCommands.of(session),
            List.of(new LazyCommand(HelpCommand.class, () -> new HelpCommand(console))))
        .flatMap(List::stream)
        .forEach(
            command ->
                root.addSubcommand(
                    all || words.contains(command.name()) ? command.whole() : command.entry()));
    Converters.register(root);
    // A simulation's name may begin with a character that picocli would take for its own.
    return root.setExpandAtFiles(false)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpAutoWidth(false)
        .setUsageHelpWidth(HelpPages.width(console))
        .setOut(HelpPages.output(console))
        .setErr(new PrintWriter(console.err(), true))
        .setColorScheme(CommandLine.Help.defaultColorScheme(ansi(console.facts().output())))
        .setParameterExceptionHandler(errors)
        .setExecutionExceptionHandler(errors);
  }

  private Ansi ansi(boolean terminal) {
    return terminal && console.facts().colour() ? Ansi.ON : Ansi.OFF;
  }
}
