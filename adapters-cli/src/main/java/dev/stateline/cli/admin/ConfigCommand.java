package dev.stateline.cli.admin;

import dev.stateline.application.workspace.ConfigurationException;
import dev.stateline.application.workspace.ConfigurationView;
import dev.stateline.application.workspace.Setting;
import dev.stateline.cli.output.Column;
import dev.stateline.cli.output.Rows;
import dev.stateline.cli.session.ExitCode;
import dev.stateline.cli.session.OutputOption;
import dev.stateline.cli.session.Session;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The command {@code stateline config}. */
@Command(
    name = "config",
    header = "Show or check the configuration.",
    description = "%nDefaults come first, then the file, STATELINE_... variables, and options.",
    footer = "Example: stateline config show")
final class ConfigCommand {

  private static final List<Column<Setting>> COLUMNS =
      List.of(
          Column.of("path", Setting::path),
          Column.of("value", Setting::value),
          Column.of("origin", Setting::origin));

  private final Session session;

  ConfigCommand(Session session) {
    this.session = session;
  }

  @Command(
      name = "show",
      header = "Show every setting in force, and who set it.",
      description = "%nShows path, value and origin of every setting; secrets are masked.",
      footer = "Example: stateline config show -o json")
  int show(@Mixin OutputOption output) {
    ConfigurationView configuration = session.configuration();
    session.console().note("Configuration: " + configuration.source());
    session.console().note("Adapters: " + String.join(", ", configuration.adapters()));
    Rows.print(session.console(), output.format(), COLUMNS, configuration.settings());
    requireSound(configuration);
    return ExitCode.DONE;
  }

  @Command(
      name = "validate",
      header = "Check the configuration; exit code 2 if something is wrong.",
      description = "%nNames everything that is wrong at once, without opening the database.",
      footer = "Example: stateline config validate --config production.yaml")
  int validate() {
    ConfigurationView configuration = session.configuration();
    requireSound(configuration);
    session.console().note("The configuration is sound: " + configuration.source());
    return ExitCode.DONE;
  }

  private static void requireSound(ConfigurationView configuration) {
    if (!configuration.problems().isEmpty()) {
      throw new ConfigurationException(configuration.problems());
    }
  }
}
