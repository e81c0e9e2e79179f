package dev.stateline.bootstrap;

import dev.stateline.application.workspace.Workspace;
import dev.stateline.application.workspace.WorkspaceDoor;
import dev.stateline.application.workspace.WorkspaceOptions;
import dev.stateline.domain.spi.AccessMode;
import java.nio.file.Path;

/**
 * The entry for programs that Stateline is a part of: what the program {@code stateline} opens,
 * from the same configuration, with the adapters and scenarios on the class path and the variables
 * of the environment. Nothing here touches the streams, the signals or the log of the process.
 * Thread-safe.
 */
public final class Workspaces {

  private Workspaces() {}

  /**
   * Opens the database that a configuration file names.
   *
   * @param configurationFile in YAML, as {@code docs/reference/configuration.md} has it
   * @return the caller closes it
   * @throws dev.stateline.application.workspace.ConfigurationException if the configuration is
   *     wrong
   * @throws dev.stateline.domain.error.NotFoundException DATABASE_NOT_FOUND if it is to be read
   *     only and is not there
   * @throws dev.stateline.domain.error.UnavailableException if the database cannot be used
   */
  public static Workspace open(Path configurationFile, AccessMode mode) {
    return door().open(WorkspaceOptions.of(configurationFile), mode);
  }

  /** For front ends of their own: several databases, what is configured, and the scenarios. */
  public static WorkspaceDoor door() {
    // What stands on the class path is the affair of the program around, not ours to complain of.
    return new ConfiguredDoor(System.getenv(), Path.of(""), new ClassPath(""));
  }
}
