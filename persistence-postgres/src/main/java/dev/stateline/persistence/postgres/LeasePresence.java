package dev.stateline.persistence.postgres;

import dev.stateline.domain.commit.WriterEpoch;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.persistence.sql.dialect.OthersPresence;
import dev.stateline.persistence.sql.dialect.WriterPresence;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/**
 * A writer lives while it renews a lease, by the database's clock. A writer that cannot renew it
 * for a while (a pause, a lost connection) is not thereby refused: only another writer's epoch does
 * that.
 */
final class LeasePresence implements WriterPresence {

  private static final int RENEWALS_A_LEASE = 4;

  private final DataSource source;
  private final LocalSettings renewing;
  private final Duration duration;
  private final WriterPresence others;
  private final String extend;
  private final Set<Lease> leases = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService renewal =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "stateline-lease");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * @param source for the renewals, beside the transactions of the run
   * @param schema the schema that holds everything, quoted
   * @param duration how long a writer counts as living without a renewal; whole seconds
   */
  LeasePresence(DataSource source, String schema, Duration duration) {
    this.renewing = LocalSettings.ofWrites(Math.toIntExact(duration.toSeconds()));
    this.others = ofOthers(schema);
    this.extend =
        "UPDATE "
            + schema
            + ".heads SET writer_lease_until = clock_timestamp() + ? * interval '1 second'"
            + " WHERE simulation_id = ? AND writer_epoch = ?";
    this.source = source;
    this.duration = duration;
    long pause = duration.toMillis() / RENEWALS_A_LEASE;
    renewal.scheduleWithFixedDelay(this::renewAll, pause, pause, TimeUnit.MILLISECONDS);
  }

  /**
   * For a database that is only read.
   *
   * @param schema the schema that holds everything, quoted
   */
  static WriterPresence ofOthers(String schema) {
    String ask =
        "SELECT writer_lease_until > clock_timestamp() FROM "
            + schema
            + ".heads WHERE simulation_id = ?";
    return new OthersPresence(
        (connection, simulation, epoch) -> {
          try (PreparedStatement statement = connection.prepareStatement(ask)) {
            statement.setObject(1, simulation.value());
            try (ResultSet rows = statement.executeQuery()) {
              return rows.next() && rows.getBoolean(1);
            }
          }
        });
  }

  @Override
  public boolean isAlive(Connection connection, SimulationId simulation, WriterEpoch epoch)
      throws SQLException {
    return others.isAlive(connection, simulation, epoch);
  }

  @Override
  public Sign announce(Connection transaction, SimulationId simulation, WriterEpoch epoch)
      throws SQLException {
    Lease lease = new Lease(simulation, epoch);
    lease.extend(transaction);
    leases.add(lease);
    return lease;
  }

  @Override
  public Duration patience() {
    return duration;
  }

  /** A database that is away is no reason to stop: the commits of the run will say so. */
  private void renewAll() {
    for (Lease lease : leases) {
      try (Connection connection = source.getConnection()) {
        renewing.begin(connection);
        lease.extend(connection);
        connection.commit();
      } catch (SQLException e) {
        // Tried again at the next renewal.
      }
    }
  }

  private final class Lease implements Sign {

    private final SimulationId simulation;
    private final WriterEpoch epoch;

    Lease(SimulationId simulation, WriterEpoch epoch) {
      this.simulation = simulation;
      this.epoch = epoch;
    }

    void extend(Connection connection) throws SQLException {
      try (PreparedStatement statement = connection.prepareStatement(extend)) {
        statement.setLong(1, duration.toSeconds());
        statement.setObject(2, simulation.value());
        statement.setLong(3, epoch.value());
        statement.executeUpdate();
      }
    }

    /** Closing the writer in its row is what ends the lease for others; this ends the renewals. */
    @Override
    public void close() {
      leases.remove(this);
    }
  }

  @Override
  public void close() {
    renewal.shutdownNow();
    leases.clear();
  }
}
