package dev.stateline.persistence.memory;

import dev.stateline.domain.checkpoint.Checkpoint;
import dev.stateline.domain.naming.CheckpointName;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.port.CheckpointPort;
import dev.stateline.domain.spi.Persistence;
import java.util.List;
import java.util.Optional;

/** Passes everything on as it is; flaws override what they break. */
class HonestCheckpoints implements CheckpointPort {

  final CheckpointPort inner;

  HonestCheckpoints(CheckpointPort inner) {
    this.inner = inner;
  }

  /** The store with these checkpoints in place of its own. */
  Persistence in(Persistence store) {
    return new HonestPersistence(store) {
      @Override
      public CheckpointPort checkpoints() {
        return HonestCheckpoints.this;
      }
    };
  }

  @Override
  public void save(Checkpoint checkpoint) {
    inner.save(checkpoint);
  }

  @Override
  public Optional<Checkpoint> find(SimulationId simulation, CheckpointName name) {
    return inner.find(simulation, name);
  }

  @Override
  public List<Checkpoint> list(SimulationId simulation, Optional<Checkpoint> after, int limit) {
    return inner.list(simulation, after, limit);
  }

  @Override
  public void delete(SimulationId simulation, CheckpointName name) {
    inner.delete(simulation, name);
  }
}
