package dev.stateline.cli.workspace;

import dev.stateline.application.Stateline;
import dev.stateline.application.run.SimulationRunner;
import dev.stateline.domain.port.DocumentTools;
import dev.stateline.domain.spi.Finding;
import java.util.List;

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

  /** Closes the database. Closing again does nothing. */
  @Override
  void close();
}
