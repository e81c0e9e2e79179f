package dev.stateline.persistence.memory;

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
import java.util.List;

/** Passes everything on as it is; flaws override what they break. */
class HonestPersistence implements Persistence {

  private final Persistence inner;

  HonestPersistence(Persistence inner) {
    this.inner = inner;
  }

  @Override
  public String description() {
    return inner.description();
  }

  @Override
  public SimulationPort simulations() {
    return inner.simulations();
  }

  @Override
  public StatePersistencePort states() {
    return inner.states();
  }

  @Override
  public CheckpointPort checkpoints() {
    return inner.checkpoints();
  }

  @Override
  public AuditPort audit() {
    return inner.audit();
  }

  @Override
  public WriterPort writers() {
    return inner.writers();
  }

  @Override
  public BranchPort branches() {
    return inner.branches();
  }

  @Override
  public ImportPort imports() {
    return inner.imports();
  }

  @Override
  public List<Finding> diagnose() {
    return inner.diagnose();
  }

  @Override
  public List<Figure> figures() {
    return inner.figures();
  }

  @Override
  public void close() {
    inner.close();
  }
}
