package dev.stateline.domain.spi;

import dev.stateline.domain.port.AuditPort;
import dev.stateline.domain.port.CheckpointPort;
import dev.stateline.domain.port.SimulationPort;
import dev.stateline.domain.port.StatePersistencePort;
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

  /** What the adapter has to say of its own health, for {@code doctor}. */
  List<Finding> diagnose();

  /** Closes it; writer sessions that are still open end. Closing again does nothing. */
  @Override
  void close();
}
