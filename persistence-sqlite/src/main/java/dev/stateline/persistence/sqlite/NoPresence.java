package dev.stateline.persistence.sqlite;

import dev.stateline.domain.simulation.SimulationId;
import dev.stateline.domain.simulation.WriterEpoch;
import dev.stateline.persistence.sql.WriterPresence;

/** For a database that is only read: it refuses every write before a sign is asked for. */
final class NoPresence implements WriterPresence {

  @Override
  public boolean isAlive(SimulationId simulation, WriterEpoch epoch) {
    throw new IllegalStateException("a database opened for reading has no writers");
  }

  @Override
  public Sign putUp(SimulationId simulation, WriterEpoch epoch) {
    throw new IllegalStateException("a database opened for reading has no writers");
  }

  @Override
  public void close() {
    // There is nothing to close.
  }
}
