package dev.stateline.cli.session;

import dev.stateline.domain.naming.NearestWord;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.MutuallyExclusiveArgsException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is wrong with a command line, on one line. */
final class UsageProblem {

  private UsageProblem() {}

  static String of(ParameterException e) {
    if (e instanceof UnmatchedArgumentException unmatched && !unmatched.getUnmatched().isEmpty()) {
      return unmatched(unmatched.getUnmatched().get(0), e.getCommandLine().getCommandSpec());
    }
    if (e.getMessage().startsWith("Missing required subcommand")) {
      return "a command is missing: "
          + String.join(", ", e.getCommandLine().getSubcommands().keySet());
    }
    if (e instanceof MutuallyExclusiveArgsException) {
      return alternatives(e.getCommandLine().getCommandSpec())
          + " cannot be given together; give one of them";
    }
    return e.getMessage().lines().findFirst().orElse("");
  }

  private static String unmatched(String word, CommandSpec spec) {
    if (word.startsWith("-")) {
      return "there is no option '" + word + "'" + proposal(word, optionNames(spec));
    }
    Collection<String> commands = spec.subcommands().keySet();
    return commands.isEmpty()
        ? "'" + word + "' is one word too many"
        : "there is no command '" + word + "'" + proposal(word, commands);
  }

  private static String alternatives(CommandSpec spec) {
    return spec.argGroups().stream()
        .filter(ArgGroupSpec::exclusive)
        .flatMap(group -> group.options().stream())
        .map(OptionSpec::longestName)
        .sorted()
        .collect(Collectors.joining(" and "));
  }

  private static List<String> optionNames(CommandSpec spec) {
    return spec.options().stream().map(OptionSpec::longestName).collect(Collectors.toList());
  }

  private static String proposal(String word, Collection<String> known) {
    String nearest = NearestWord.to(shortened(word), known);
    return NearestWord.isNear(shortened(word), nearest) ? "; did you mean '" + nearest + "'?" : "";
  }

  /** The beginning of a word; to find what is near takes time by the square of the length. */
  private static String shortened(String word) {
    return word.substring(0, Math.min(word.length(), 100));
  }
}
