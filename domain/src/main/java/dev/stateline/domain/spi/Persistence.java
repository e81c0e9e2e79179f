package dev.stateline.domain.spi;

import dev.stateline.domain.error.InvalidInputException;
import dev.stateline.domain.measure.Figure;
import dev.stateline.domain.port.AuditPort;
import dev.stateline.domain.port.BranchPort;
import dev.stateline.domain.port.CheckpointPort;
import dev.stateline.domain.port.ImportPort;
import dev.stateline.domain.port.SimulationPort;
import dev.stateline.domain.port.StatePersistencePort;
import dev.stateline.domain.port.WriterPort;
import java.nio.file.Path;
import java.util.List;

/** An open database, which hands out the ports. Whoever opened it closes it. Thread-safe. */
public interface Persistence extends AutoCloseable {

  /**
   * What and where it is, on one line and without secrets, for example {@code sqlite at
   * ./stateline.db}.
   */
  String description();

  SimulationPort simulations();

  StatePersistencePort states();

  CheckpointPort checkpoints();

  AuditPort audit();

  WriterPort writers();

  /**
   * Forks and rollbacks.
   *
   * @throws InvalidInputException NOT_SUPPORTED if the adapter has none
   */
  default BranchPort branches() {
    throw InvalidInputException.notSupported(description(), "fork simulations or roll them back");
  }

  /**
   * Takes in simulations of other databases.
   *
   * @throws InvalidInputException NOT_SUPPORTED if the adapter does not
   */
  default ImportPort imports() {
    throw InvalidInputException.notSupported(
        description(), "take in simulations of other databases");
  }

  /**
   * Writes a copy of the database as it is at one moment, while others may be writing to it. The
   * copy is durable when this returns.
   *
   * @param file where to; nothing may be there yet
   * @throws InvalidInputException NOT_SUPPORTED if the adapter does not; INVALID_VALUE if something
   *     is there, or nothing can be written there
   */
  default void backUp(Path file) {
    throw InvalidInputException.notSupported(description(), "be copied by Stateline");
  }

  /** What the adapter has to say of its own health, for {@code doctor}. */
  List<Finding> diagnose();

  /**
   * Numbers of its own that whoever measures may look at, such as those of its connections and its
   * cache; by default none.
   */
  default List<Figure> figures() {
    return List.of();
  }

  /** Closes it; writer sessions that are still open end. Closing again does nothing. */
  @Override
  void close();
}
