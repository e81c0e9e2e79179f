package dev.stateline.persistence.sql.dialect;

import dev.stateline.domain.commit.WriterEpoch;
import dev.stateline.domain.naming.SimulationId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/**
 * Tells whether a writer still lives. An opening for writing calls both methods inside its write
 * transaction, so that two openings never overlap. Thread-safe.
 */
public interface WriterPresence extends AutoCloseable {

  /** A writer's sign of life; it ends with the process, however that ends. */
  interface Sign extends AutoCloseable {

    /** Takes the sign down. Closing again does nothing; closing never throws. */
    @Override
    void close();
  }

  /**
   * Whether the writer of this epoch lives.
   *
   * @param connection the one that the writer's row was read on
   */
  boolean isAlive(Connection connection, SimulationId simulation, WriterEpoch epoch)
      throws SQLException;

  /**
   * Announces that the caller lives.
   *
   * @param transaction the one that opens the simulation
   * @param epoch the epoch that the caller is about to have
   */
  Sign announce(Connection transaction, SimulationId simulation, WriterEpoch epoch)
      throws SQLException;

  /** How long an opening waits for a writer that seems to live, before it is refused. */
  Duration patience();

  /** Takes all signs of this presence down. Closing again does nothing. */
  @Override
  void close();
}
