package dev.stateline.persistence.sql.dialect;

import dev.stateline.domain.commit.WriterEpoch;
import dev.stateline.domain.naming.SimulationId;
import java.sql.Connection;
import java.time.Duration;

/** For a database that is only read: it refuses every write before a sign is asked for. */
public final class NoPresence implements WriterPresence {

  @Override
  public boolean isAlive(Connection transaction, SimulationId simulation, WriterEpoch epoch) {
    throw new IllegalStateException("a database opened for reading has no writers");
  }

  @Override
  public Sign announce(Connection transaction, SimulationId simulation, WriterEpoch epoch) {
    throw new IllegalStateException("a database opened for reading has no writers");
  }

  @Override
  public Duration patience() {
    return Duration.ZERO;
  }

  @Override
  public void close() {
    // There is nothing to close.
  }
}
