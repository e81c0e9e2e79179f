package dev.stateline.persistence.sql;

import dev.stateline.domain.port.AuditPort;
import dev.stateline.domain.port.CheckpointPort;
import dev.stateline.domain.port.SimulationPort;
import dev.stateline.domain.port.StatePersistencePort;
import dev.stateline.domain.spi.Finding;
import dev.stateline.domain.spi.Persistence;
import dev.stateline.domain.spi.PersistenceSettings;
import java.util.List;
import java.util.function.Supplier;

/** The ports on a database that an adapter has opened. Thread-safe. */
public final class SqlPersistence implements Persistence {

  private final String description;
  private final SqlConnections connections;
  private final WriterPresence presence;
  private final Supplier<List<Finding>> diagnosis;
  private final SqlWork work;
  private final SqlSimulations simulations;
  private final SqlStates states;
  private final SqlCheckpoints checkpoints;
  private final SqlAudit audit;

  /**
   * @param description what and where the database is, on one line and without secrets
   * @param connections its pools; closed with this
   * @param presence how a living writer is told from a dead one; closed with this
   * @param settings how documents are stored
   * @param diagnosis what the adapter has to say of the database's health
   */
  public SqlPersistence(
      SqlDialect dialect,
      String description,
      SqlConnections connections,
      WriterPresence presence,
      PersistenceSettings settings,
      Supplier<List<Finding>> diagnosis) {
    this.description = description;
    this.connections = connections;
    this.presence = presence;
    this.diagnosis = diagnosis;
    this.work = new SqlWork(dialect, description, connections);
    this.states = new SqlStates(work, new PayloadEncoding(settings));
    this.simulations = new SqlSimulations(work, states, presence);
    this.checkpoints = new SqlCheckpoints(work);
    this.audit = new SqlAudit(work);
  }

  @Override
  public String description() {
    return description;
  }

  @Override
  public SimulationPort simulations() {
    return simulations;
  }

  @Override
  public StatePersistencePort states() {
    return states;
  }

  @Override
  public CheckpointPort checkpoints() {
    return checkpoints;
  }

  @Override
  public AuditPort audit() {
    return audit;
  }

  @Override
  public List<Finding> diagnose() {
    return diagnosis.get();
  }

  @Override
  public void close() {
    work.close();
    presence.close();
    connections.close();
  }
}
