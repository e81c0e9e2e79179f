package dev.stateline.persistence.sql.dialect;

import dev.stateline.domain.commit.WriterEpoch;
import dev.stateline.domain.naming.SimulationId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/**
 * For a database that is only read: it tells whether the writers of others live, and every write is
 * refused before a sign is asked for.
 */
public final class OthersPresence implements WriterPresence {

  /** Answers {@link WriterPresence#isAlive}. */
  @FunctionalInterface
  public interface Question {
    boolean isAlive(Connection connection, SimulationId simulation, WriterEpoch epoch)
        throws SQLException;
  }

  private final Question question;

  public OthersPresence(Question question) {
    this.question = question;
  }

  @Override
  public boolean isAlive(Connection connection, SimulationId simulation, WriterEpoch epoch)
      throws SQLException {
    return question.isAlive(connection, simulation, epoch);
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
