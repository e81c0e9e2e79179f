package dev.stateline.application.workspace;

import dev.stateline.application.run.EngineCatalog;
import dev.stateline.domain.document.Document;
import dev.stateline.domain.spi.AccessMode;
import dev.stateline.domain.spi.DatabaseStatus;
import dev.stateline.domain.spi.Finding;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Opens workspaces, and tells what is configured and what can be run. Thread-safe. */
public interface WorkspaceDoor {

  /**
   * Opens the configured database and what works on it.
   *
   * @return the caller closes it
   * @throws ConfigurationException if the configuration is wrong
   * @throws dev.stateline.domain.error.NotFoundException DATABASE_NOT_FOUND if it is to be read
   *     only and is not there
   * @throws dev.stateline.domain.error.UnavailableException if the database cannot be used
   */
  Workspace open(WorkspaceOptions options, AccessMode mode);

  /**
   * Looks at the configured database, and changes nothing, whatever its schema is.
   *
   * @return empty if its adapter has no schema
   * @throws ConfigurationException if the configuration is wrong
   * @throws dev.stateline.domain.error.NotFoundException DATABASE_NOT_FOUND if there is none
   * @throws dev.stateline.domain.error.UnavailableException if it cannot be read
   */
  Optional<DatabaseStatus> databaseStatus(WorkspaceOptions options);

  /**
   * What the adapter has to say of where the database lies, without opening it; changes nothing.
   *
   * @throws ConfigurationException if the configuration is wrong
   * @throws dev.stateline.domain.error.UnavailableException if nothing can be looked at
   */
  List<Finding> diagnose(WorkspaceOptions options);

  /** The settings in force with what is wrong with them; opens nothing. */
  ConfigurationView configuration(WorkspaceOptions options);

  /** The scenarios that can be run; opens nothing. */
  EngineCatalog engines();

  /** Scenarios and adapters on the class path that cannot be used, one line each. */
  List<String> brokenPlugIns();

  /**
   * Reads a file of scenario parameters.
   *
   * @throws dev.stateline.domain.error.InvalidInputException if it cannot be read, or does not say
   *     one JSON value; the message names the file and the place
   */
  Document readParameters(Path file);
}
