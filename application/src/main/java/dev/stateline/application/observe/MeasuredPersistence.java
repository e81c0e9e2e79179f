package dev.stateline.application.observe;

import dev.stateline.domain.measure.Figure;
import dev.stateline.domain.port.AuditPort;
import dev.stateline.domain.port.BranchPort;
import dev.stateline.domain.port.CheckpointPort;
import dev.stateline.domain.port.ImportPort;
import dev.stateline.domain.port.SimulationPort;
import dev.stateline.domain.port.StatePersistencePort;
import dev.stateline.domain.port.WriterPort;
import dev.stateline.domain.spi.Finding;
import dev.stateline.domain.spi.Persistence;
import java.nio.file.Path;
import java.util.List;

/** A persistence of which the writes and reads of turns are measured. */
final class MeasuredPersistence implements Persistence {

  private final Persistence persistence;
  private final StatePersistencePort states;
  private final AuditPort audit;

  MeasuredPersistence(Persistence persistence, Measuring measuring) {
    this.persistence = persistence;
    this.states = new MeasuredStates(persistence.states(), measuring);
    this.audit = new MeasuredAudit(persistence.audit(), measuring);
  }

  @Override
  public StatePersistencePort states() {
    return states;
  }

  @Override
  public AuditPort audit() {
    return audit;
  }

  @Override
  public String description() {
    return persistence.description();
  }

  @Override
  public SimulationPort simulations() {
    return persistence.simulations();
  }

  @Override
  public CheckpointPort checkpoints() {
    return persistence.checkpoints();
  }

  @Override
  public WriterPort writers() {
    return persistence.writers();
  }

  @Override
  public BranchPort branches() {
    return persistence.branches();
  }

  @Override
  public ImportPort imports() {
    return persistence.imports();
  }

  @Override
  public void backUp(Path file) {
    persistence.backUp(file);
  }

  @Override
  public List<Finding> diagnose() {
    return persistence.diagnose();
  }

  @Override
  public List<Figure> figures() {
    return persistence.figures();
  }

  @Override
  public void close() {
    persistence.close();
  }
}
