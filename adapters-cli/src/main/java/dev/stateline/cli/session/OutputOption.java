package dev.stateline.cli.session;

import dev.stateline.cli.output.OutputFormat;
import picocli.CommandLine.Option;

/** The option {@code -o} of commands that print data. */
public final class OutputOption {

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORMAT",
      defaultValue = "table",
      order = 80,
      description = "table (for people), json (an array of objects) or csv.")
  private OutputFormat format;

  public OutputFormat format() {
    return format;
  }
}
