package dev.stateline.application.workspace;

import dev.stateline.application.Stateline;
import dev.stateline.application.run.SimulationRunner;
import dev.stateline.domain.port.DocumentTools;
import dev.stateline.domain.spi.Finding;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** An open database and what works on it. Thread-safe. */
public interface Workspace extends AutoCloseable {

  Stateline stateline();

  SimulationRunner runner();

  DocumentTools documents();

  /** What and where the database is, on one line and without secrets. */
  String description();

  /** Whether what is written is still there when the program has ended. */
  boolean isKept();

  /** What the adapter has to say of the database's health. */
  List<Finding> diagnose();

  /**
   * What is measured; empty if it was not opened for that.
   *
   * @see WorkspaceOptions#measurement
   */
  Optional<Metrics> metrics();

  /**
   * Writes a copy of the database as it is now.
   *
   * @throws dev.stateline.domain.error.InvalidInputException NOT_SUPPORTED if its adapter cannot;
   *     INVALID_VALUE if something is there, or nothing can be written there
   */
  void backUp(Path file);

  /** Closes the database. Closing again does nothing. */
  @Override
  void close();
}
