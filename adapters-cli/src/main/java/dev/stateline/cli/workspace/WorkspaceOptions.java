package dev.stateline.cli.workspace;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * What the options that every command takes say.
 *
 * @param configurationFile {@code --config}
 * @param databaseFile {@code --db}; it goes before what the configuration says
 * @param diagnostics how much is to be logged
 */
public record WorkspaceOptions(
    Optional<Path> configurationFile, Optional<Path> databaseFile, Diagnostics diagnostics) {

  /** How much is to be logged on the standard error stream. */
  public enum Diagnostics {
    /** Warnings. */
    QUIET,
    /** What Stateline does, for {@code --debug}. */
    DETAILED
  }

  public WorkspaceOptions {
    Objects.requireNonNull(configurationFile, "configurationFile");
    Objects.requireNonNull(databaseFile, "databaseFile");
    Objects.requireNonNull(diagnostics, "diagnostics");
  }
}
