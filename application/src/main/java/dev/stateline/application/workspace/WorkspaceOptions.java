package dev.stateline.application.workspace;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * Which configuration a front end asks for.
 *
 * @param configurationFile the file to read; empty for {@code stateline.yaml} in the folder of the
 *     process, if it is there
 * @param databaseFile a SQLite database; it goes before what the configuration says
 * @param diagnostics how much is to be logged
 * @param measurement whether it is measured what the work takes
 */
public record WorkspaceOptions(
    Optional<Path> configurationFile,
    Optional<Path> databaseFile,
    Diagnostics diagnostics,
    Measurement measurement) {

  /** How much is to be logged on the standard error stream. */
  public enum Diagnostics {
    /** Warnings. */
    QUIET,
    /** What Stateline does. */
    DETAILED,
    /** As {@link #DETAILED}, with the statements that the database is sent. */
    STATEMENTS,
    /** As the program set it that Stateline is a part of. */
    AS_IT_IS
  }

  /** Whether it is measured what the work takes. */
  public enum Measurement {
    OFF,
    ON
  }

  public WorkspaceOptions {
    Objects.requireNonNull(configurationFile, "configurationFile");
    Objects.requireNonNull(databaseFile, "databaseFile");
    Objects.requireNonNull(diagnostics, "diagnostics");
    Objects.requireNonNull(measurement, "measurement");
  }

  /** Options of a workspace in which nothing is measured. */
  public WorkspaceOptions(
      Optional<Path> configurationFile, Optional<Path> databaseFile, Diagnostics diagnostics) {
    this(configurationFile, databaseFile, diagnostics, Measurement.OFF);
  }

  /** The same, but for what is measured. */
  public WorkspaceOptions with(Measurement other) {
    return new WorkspaceOptions(configurationFile, databaseFile, diagnostics, other);
  }

  /** A configuration file, by a program that has a log of its own. */
  public static WorkspaceOptions of(Path configurationFile) {
    return new WorkspaceOptions(
        Optional.of(configurationFile), Optional.empty(), Diagnostics.AS_IT_IS);
  }
}
