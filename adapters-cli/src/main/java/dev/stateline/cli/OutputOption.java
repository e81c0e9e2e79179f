package dev.stateline.cli;

import dev.stateline.cli.output.OutputFormat;
import picocli.CommandLine.Option;

/** {@code -o}, on every command that prints data. */
final class OutputOption {

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORMAT",
      defaultValue = "table",
      order = 80,
      description = "table (for people), json (an array of objects) or csv.")
  private OutputFormat format;

  OutputFormat format() {
    return format;
  }
}
