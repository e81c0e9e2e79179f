package dev.stateline.cli.session;

import dev.stateline.domain.naming.NearestWord;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.MutuallyExclusiveArgsException;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is wrong with a command line, on one line. */
final class UsageProblem {

  /** What picocli says before the words of a conversion. */
  private static final Pattern INVALID_VALUE = Pattern.compile("Invalid value for .*?: (.*)");

  /** What picocli says of an option that the line ends with. */
  private static final Pattern VALUELESS = Pattern.compile("parameter for option");

  private UsageProblem() {}

  static String of(ParameterException e) {
    if (e instanceof UnmatchedArgumentException unmatched && !unmatched.getUnmatched().isEmpty()) {
      return unmatched(unmatched.getUnmatched().get(0), e.getCommandLine().getCommandSpec());
    }
    if (e.getMessage().startsWith("Missing required subcommand")) {
      return "a command is missing: "
          + String.join(", ", commands(e.getCommandLine().getCommandSpec()));
    }
    if (e instanceof MutuallyExclusiveArgsException) {
      return alternatives(e.getCommandLine().getCommandSpec())
          + " cannot be given together; give one of them";
    }
    if (e instanceof MissingParameterException missing && !missing.getMissing().isEmpty()) {
      return missing(missing);
    }
    if (e instanceof OverwrittenOptionException overwritten) {
      return label(overwritten.getOverwritten()) + " is given more than once; give it once";
    }
    String message = e.getMessage().lines().findFirst().orElse("");
    Matcher invalid = INVALID_VALUE.matcher(message);
    return invalid.matches() && e.getArgSpec() != null
        ? label(e.getArgSpec()) + ": " + invalid.group(1)
        : message;
  }

  private static String missing(MissingParameterException e) {
    List<String> labels = e.getMissing().stream().map(UsageProblem::label).distinct().toList();
    if (!e.getMessage().startsWith("Missing required")
        || VALUELESS.matcher(e.getMessage()).find()) {
      ArgSpec option = e.getMissing().get(0);
      return label(option) + " needs a value: " + option.paramLabel();
    }
    return String.join(" and ", labels) + (labels.size() == 1 ? " is missing" : " are missing");
  }

  /** What help calls an option or a parameter. */
  private static String label(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }

  private static String unmatched(String word, CommandSpec spec) {
    if (word.startsWith("-")) {
      return "there is no option '" + word + "'" + proposal(word, optionNames(spec));
    }
    List<String> commands = commands(spec);
    return commands.isEmpty()
        ? "'" + word + "' is one word too many"
        : "there is no command '" + word + "'" + proposal(word, commands);
  }

  /** The commands below one, without those that are no words for people. */
  private static List<String> commands(CommandSpec spec) {
    return spec.subcommands().entrySet().stream()
        .filter(below -> !below.getValue().getCommandSpec().usageMessage().hidden())
        .map(Map.Entry::getKey)
        .toList();
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
