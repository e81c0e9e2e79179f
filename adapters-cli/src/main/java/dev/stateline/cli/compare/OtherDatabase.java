package dev.stateline.cli.compare;

import dev.stateline.application.workspace.Workspace;
import dev.stateline.cli.session.Session;
import dev.stateline.domain.spi.AccessMode;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The database of the second one of two things that are compared.
 *
 * @param workspace open for reading
 * @param isOwn whether it was opened for this, and is closed with it
 */
record OtherDatabase(Workspace workspace, boolean isOwn) implements AutoCloseable {

  /**
   * @param named the other database, or its configuration; empty if it is the first one again
   */
  static OtherDatabase open(Session session, Workspace first, Optional<Path> named) {
    return named
        .map(file -> new OtherDatabase(session.open(file, AccessMode.READ_ONLY), true))
        .orElseGet(() -> new OtherDatabase(first, false));
  }

  @Override
  public void close() {
    if (isOwn) {
      workspace.close();
    }
  }
}
