package dev.stateline.cli.admin;

import dev.stateline.application.history.TurnReference;
import dev.stateline.cli.output.MetricFormat;
import dev.stateline.cli.output.OutputFormat;
import dev.stateline.cli.session.PlaceOption;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.ArgSpec;

/** What a word of the command line stands for, where the Tab key can complete it. */
enum ExpectedWord {
  /** A file or a folder; the shell knows them. */
  FILE("FILE"),
  SIMULATION("N"),
  TURN("N@T"),
  /** A turn of the simulation that the command names elsewhere. */
  PLACE("T"),
  CHECKPOINT("CHECKPOINT"),
  SCENARIO("SCENARIO"),
  FORMAT(anyOf(OutputFormat.values())),
  METRIC_FORMAT(anyOf(MetricFormat.values()));

  private static final Set<String> SIMULATION_LABELS = Set.of("N", "A", "B");

  private final String symbol;

  ExpectedWord(String symbol) {
    this.symbol = symbol;
  }

  private static String anyOf(Object[] words) {
    return Arrays.stream(words).map(Object::toString).collect(Collectors.joining("|"));
  }

  /** How the script for the shell calls it. */
  String symbol() {
    return symbol;
  }

  /** What an option or a parameter takes; empty if only the person knows. */
  static Optional<ExpectedWord> of(ArgSpec argument) {
    Class<?> type = argument.auxiliaryTypes()[0];
    String label = argument.paramLabel();
    if (type == TurnReference.class) {
      return Optional.of(TURN);
    }
    if (type == PlaceOption.class) {
      return Optional.of(PLACE);
    }
    if (type == OutputFormat.class) {
      return Optional.of(FORMAT);
    }
    if (type == MetricFormat.class) {
      return Optional.of(METRIC_FORMAT);
    }
    if (label.equals("FILE") || label.equals("DIR")) {
      return Optional.of(FILE);
    }
    if (type == String.class && SIMULATION_LABELS.contains(label)) {
      return Optional.of(SIMULATION);
    }
    return Arrays.stream(values()).filter(word -> word.name().equals(label)).findFirst();
  }
}
