package dev.stateline.cli.admin;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The script for bash and zsh: what each command takes, and how a line is completed with it. */
final class CompletionScript {

  private CompletionScript() {}

  static String of(CommandSpec program) {
    return resource("completion-head.bash")
        + "# What a command takes: the commands below it, its options with what they take, and its arguments.\n"
        + "_stateline_command() {\n"
        + "  sl_commands='' sl_options='' sl_arguments=''\n"
        + "  case \"$1\" in\n"
        + commands("", program).collect(Collectors.joining())
        + "  esac\n"
        + "}\n"
        + resource("completion-body.bash");
  }

  private static Stream<String> commands(String path, CommandSpec command) {
    Map<String, CommandLine> below = command.subcommands();
    String own =
        "    '"
            + path
            + "')\n"
            + assignment(
                "sl_commands", below.keySet().stream().filter(name -> isShown(below, name)))
            + assignment("sl_options", command.options().stream().flatMap(CompletionScript::words))
            + assignment(
                "sl_arguments",
                command.positionalParameters().stream().map(CompletionScript::argument))
            + "      ;;\n";
    return Stream.concat(
        Stream.of(own),
        below.keySet().stream()
            .filter(name -> isShown(below, name))
            .flatMap(
                name ->
                    commands(
                        path.isEmpty() ? name : path + " " + name,
                        below.get(name).getCommandSpec())));
  }

  private static boolean isShown(Map<String, CommandLine> commands, String name) {
    return !commands.get(name).getCommandSpec().usageMessage().hidden();
  }

  private static String assignment(String variable, Stream<String> words) {
    return "      " + variable + "='" + words.collect(Collectors.joining(" ")) + "'\n";
  }

  private static Stream<String> words(OptionSpec option) {
    String value = option.arity().max() == 0 ? "" : "=" + symbol(option);
    // A name with its value in it is none that others can be told from by what stands behind it.
    return Stream.of(option.names()).filter(name -> !name.contains("=")).map(name -> name + value);
  }

  private static String argument(PositionalParamSpec argument) {
    return symbol(argument) + (argument.arity().isVariable() ? "..." : "");
  }

  private static String symbol(ArgSpec argument) {
    return ExpectedWord.of(argument).map(ExpectedWord::symbol).orElse("-");
  }

  private static String resource(String name) {
    try (InputStream in = CompletionScript.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
