package dev.stateline.cli;

import dev.stateline.cli.session.ExitCode;
import dev.stateline.cli.session.UsageException;
import dev.stateline.cli.terminal.Console;
import dev.stateline.domain.naming.NearestWord;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code stateline help}. */
@Command(
    name = "help",
    header = "Show all commands, or the help of one.",
    description = "%nPrints what --help prints.",
    footer = "Example: stateline help checkpoint create")
final class HelpCommand implements Callable<Integer> {

  @Parameters(arity = "0..*", paramLabel = "COMMAND", description = "The command, by its words.")
  private List<String> words = List.of();

  @Spec private CommandSpec spec;

  private final Console console;

  HelpCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    CommandLine command = spec.root().commandLine();
    for (String word : words) {
      command = below(command, word);
    }
    console.print(HelpPages.folded(command.getUsageMessage(), console));
    console.flush();
    return ExitCode.DONE;
  }

  private static CommandLine below(CommandLine command, String word) {
    Map<String, CommandLine> known = command.getSubcommands();
    if (known.containsKey(word)) {
      return known.get(word);
    }
    String name = command.getCommandSpec().qualifiedName();
    if (known.isEmpty()) {
      throw new UsageException(
          "'" + name + "' has no commands below it; '" + name + " --help' shows its options");
    }
    String nearest = NearestWord.to(word, known.keySet());
    throw new UsageException(
        "there is no command '"
            + word
            + "'"
            + (NearestWord.isNear(word, nearest)
                ? "; did you mean '" + nearest + "'?"
                : "; '" + name + " --help' lists those there are"));
  }
}
