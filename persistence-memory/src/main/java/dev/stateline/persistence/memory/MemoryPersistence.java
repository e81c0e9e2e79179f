package dev.stateline.persistence.memory;

import dev.stateline.domain.port.AuditPort;
import dev.stateline.domain.port.BranchPort;
import dev.stateline.domain.port.CheckpointPort;
import dev.stateline.domain.port.ImportPort;
import dev.stateline.domain.port.SimulationPort;
import dev.stateline.domain.port.StatePersistencePort;
import dev.stateline.domain.port.WriterPort;
import dev.stateline.domain.spi.AccessMode;
import dev.stateline.domain.spi.Finding;
import dev.stateline.domain.spi.Persistence;
import java.util.List;

/** One database in memory. Its ports share one gate and one set of rows. */
final class MemoryPersistence implements Persistence {

  private final Gate gate;
  private final SimulationRows rows = new SimulationRows();
  private final SimulationPort simulations;
  private final StatePersistencePort states;
  private final CheckpointPort checkpoints;
  private final AuditPort audit;
  private final WriterPort writers;
  private final BranchPort branches;
  private final ImportPort imports;

  MemoryPersistence(AccessMode mode) {
    gate = new Gate(mode);
    simulations = new MemorySimulations(gate, rows);
    states = new MemoryStates(gate, rows);
    checkpoints = new MemoryCheckpoints(gate, rows);
    audit = new MemoryAudit(gate, rows);
    writers = new MemoryWriters(gate, rows);
    branches = new MemoryBranches(gate, rows);
    imports = new MemoryImports(gate, rows);
  }

  @Override
  public String description() {
    return MemoryPersistenceProvider.TYPE;
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
  public WriterPort writers() {
    return writers;
  }

  @Override
  public BranchPort branches() {
    return branches;
  }

  @Override
  public ImportPort imports() {
    return imports;
  }

  @Override
  public List<Finding> diagnose() {
    int count = gate.read(rows::count);
    return List.of(
        Finding.ok("memory database", count + " simulations; they are gone when the program ends"));
  }

  @Override
  public void close() {
    gate.close();
  }
}
