package dev.stateline.persistence.memory;

import dev.stateline.domain.commit.TakeOver;
import dev.stateline.domain.commit.WriterEpoch;
import dev.stateline.domain.commit.WriterIdentity;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.port.WriterPort;
import dev.stateline.domain.port.WriterSession;
import dev.stateline.domain.simulation.StatusChange;
import dev.stateline.domain.spi.Persistence;

/** Passes everything on as it is; flaws override what they break. */
class HonestWriters implements WriterPort {

  final WriterPort inner;

  HonestWriters(WriterPort inner) {
    this.inner = inner;
  }

  /** The store with these writers in place of its own. */
  Persistence in(Persistence store) {
    return new HonestPersistence(store) {
      @Override
      public WriterPort writers() {
        return HonestWriters.this;
      }
    };
  }

  @Override
  public WriterSession open(SimulationId id, WriterIdentity writer, TakeOver takeOver) {
    return inner.open(id, writer, takeOver);
  }

  @Override
  public boolean isAlive(SimulationId id) {
    return inner.isAlive(id);
  }

  @Override
  public void changeStatus(SimulationId id, WriterEpoch epoch, StatusChange change) {
    inner.changeStatus(id, epoch, change);
  }

  @Override
  public void checkDeletable(SimulationId id) {
    inner.checkDeletable(id);
  }

  @Override
  public void delete(SimulationId id, WriterEpoch epoch) {
    inner.delete(id, epoch);
  }
}
