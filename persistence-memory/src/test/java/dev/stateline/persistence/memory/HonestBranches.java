package dev.stateline.persistence.memory;

import dev.stateline.domain.port.BranchPort;
import dev.stateline.domain.simulation.NewFork;
import dev.stateline.domain.simulation.Rollback;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.spi.Persistence;

/** Passes everything on as it is; flaws override what they break. */
class HonestBranches implements BranchPort {

  final BranchPort inner;

  HonestBranches(BranchPort inner) {
    this.inner = inner;
  }

  /** The store with these branches in place of its own. */
  Persistence in(Persistence store) {
    return new HonestPersistence(store) {
      @Override
      public BranchPort branches() {
        return HonestBranches.this;
      }
    };
  }

  @Override
  public Simulation fork(NewFork fork) {
    return inner.fork(fork);
  }

  @Override
  public Simulation rollBack(Rollback rollback) {
    return inner.rollBack(rollback);
  }
}
