package dev.stateline.persistence.sql;

import dev.stateline.domain.port.AuditPort;
import dev.stateline.domain.port.CheckpointPort;
import dev.stateline.domain.port.ImportPort;
import dev.stateline.domain.port.SimulationPort;
import dev.stateline.domain.port.StatePersistencePort;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.spi.Finding;
import dev.stateline.domain.spi.Persistence;
import dev.stateline.domain.spi.PersistenceSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The ports on a database that an adapter has opened. Thread-safe. */
public final class SqlPersistence implements Persistence {

  private final String description;
  private final SqlConnections connections;
  private final WriterPresence presence;
  private final Supplier<List<Finding>> diagnosis;
  private final Consumer<Path> backup;
  private final SqlWork work;
  private final SqlSimulations simulations;
  private final SqlStates states;
  private final SqlCheckpoints checkpoints;
  private final SqlAudit audit;
  private final SqlImports imports;

  /**
   * @param description what and where the database is, on one line and without secrets
   * @param connections its pools; closed with this
   * @param presence how a living writer is told from a dead one; closed with this
   * @param settings how documents are stored
   * @param diagnosis what the adapter has to say of the database's health
   * @param backup does, or refuses, {@link Persistence#backUp}
   */
  public SqlPersistence(
      SqlDialect dialect,
      String description,
      SqlConnections connections,
      WriterPresence presence,
      PersistenceSettings settings,
      Supplier<List<Finding>> diagnosis,
      Consumer<Path> backup) {
    this.description = description;
    this.connections = connections;
    this.presence = presence;
    this.diagnosis = diagnosis;
    this.backup = backup;
    this.work = new SqlWork(dialect, description, connections);
    this.states = new SqlStates(work, new PayloadEncoding(settings));
    SqlWriters writers = new SqlWriters(work, presence);
    this.simulations = new SqlSimulations(work, states, writers);
    this.checkpoints = new SqlCheckpoints(work);
    this.audit = new SqlAudit(work);
    this.imports = new SqlImports(work, states, writers);
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
  public ImportPort imports() {
    return imports;
  }

  @Override
  public List<Finding> diagnose() {
    List<Finding> findings = new ArrayList<>(diagnosis.get());
    List<Simulation> unfinished = imports.unfinished();
    if (!unfinished.isEmpty()) {
      findings.add(
          Finding.warning(
              "unfinished transfers",
              unfinished.stream()
                      .map(s -> "'" + s.name() + "' up to turn " + s.head().turn())
                      .collect(Collectors.joining(", "))
                  + "; give the same 'transfer' again, or throw them away with its"
                  + " --discard-unfinished"));
    }
    return findings;
  }

  @Override
  public void backUp(Path file) {
    backup.accept(file);
  }

  @Override
  public void close() {
    work.close();
    presence.close();
    connections.close();
  }
}
