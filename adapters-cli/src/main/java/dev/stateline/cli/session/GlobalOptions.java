package dev.stateline.cli.session;

import dev.stateline.application.workspace.WorkspaceOptions;
import dev.stateline.application.workspace.WorkspaceOptions.Diagnostics;
import dev.stateline.cli.terminal.ShellWord;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command {@code stateline} itself, with the options that every command takes. */
@Command(
    name = "stateline",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    scope = ScopeType.INHERIT,
    synopsisSubcommandLabel = "COMMAND",
    optionListHeading = "%nOptions:%n",
    parameterListHeading = "%n",
    commandListHeading = "%nCommands:%n",
    header = "The state of record for turn-based simulations.",
    description =
        "%nKeeps every turn of every run: the state, what was done, what came of it, and the"
            + " proof.",
    footerHeading = "%n",
    footer = {
      "A simulation is a name or the beginning of an id; a turn, after @, is a number, head, head~3"
          + " or a checkpoint's name. 'stateline COMMAND --help' has an example of each command.",
      "",
      "Exit codes: 0 done, 1 failed, 2 usage or configuration, 3 not found, 4 conflict, 5"
          + " verification failed or divergence found, 6 database unavailable, 130 interrupted"
          + " (state safe, resumable)."
    })
public final class GlobalOptions {

  @Option(
      names = "--config",
      paramLabel = "FILE",
      scope = ScopeType.INHERIT,
      order = 90,
      description = "The configuration file; ./stateline.yaml if it is there.")
  private Optional<Path> config;

  @Option(
      names = "--db",
      paramLabel = "FILE",
      scope = ScopeType.INHERIT,
      order = 91,
      description = "Use the SQLite database at this path.")
  private Optional<Path> database;

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      order = 92,
      description = "Show what happens inside, and stack traces.")
  private boolean debug;

  // An option of its own: picocli would take a command's name for the value of --debug.
  @Option(
      names = "--debug=sql",
      scope = ScopeType.INHERIT,
      order = 93,
      description = "As --debug, with the statements that the database is sent.")
  private boolean debugStatements;

  boolean debug() {
    return debug || debugStatements;
  }

  private Diagnostics diagnostics() {
    if (debugStatements) {
      return Diagnostics.STATEMENTS;
    }
    return debug ? Diagnostics.DETAILED : Diagnostics.QUIET;
  }

  /**
   * @throws UsageException if a database is given as the configuration
   */
  WorkspaceOptions workspace() {
    config
        .filter(DatabaseFile::isDatabase)
        .ifPresent(
            file -> {
              throw new UsageException(
                  "--config takes a configuration file, and "
                      + file
                      + " is a SQLite database; give it with --db");
            });
    return new WorkspaceOptions(config, database, diagnostics());
  }

  /**
   * The workspace of another database.
   *
   * @param other its configuration file; or a SQLite database, which is opened as {@code --db} does
   */
  WorkspaceOptions workspace(Path other) {
    return DatabaseFile.isMeantBy(other)
        ? new WorkspaceOptions(Optional.empty(), Optional.of(other), workspace().diagnostics())
        : new WorkspaceOptions(Optional.of(other), Optional.empty(), workspace().diagnostics());
  }

  /** Whether one of these options says which database. */
  public boolean nameADatabase() {
    return config.isPresent() || database.isPresent();
  }

  /** These options as they stand in a command that is proposed. */
  String repeated() {
    return config.map(file -> " --config " + ShellWord.of(file.toString())).orElse("")
        + database.map(file -> " --db " + ShellWord.of(file.toString())).orElse("");
  }
}
