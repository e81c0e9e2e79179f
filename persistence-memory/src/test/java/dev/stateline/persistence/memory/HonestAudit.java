package dev.stateline.persistence.memory;

import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.port.AuditPort;
import dev.stateline.domain.spi.Persistence;
import dev.stateline.domain.time.TurnRange;
import dev.stateline.domain.turn.AuditedTurn;
import dev.stateline.domain.turn.Defect;
import java.util.List;
import java.util.stream.Stream;

/** Passes everything on as it is; flaws override what they break. */
class HonestAudit implements AuditPort {

  final AuditPort inner;

  HonestAudit(AuditPort inner) {
    this.inner = inner;
  }

  /** The store with this audit in place of its own. */
  Persistence in(Persistence store) {
    return new HonestPersistence(store) {
      @Override
      public AuditPort audit() {
        return HonestAudit.this;
      }
    };
  }

  @Override
  public Stream<AuditedTurn> turns(SimulationId id, TurnRange range) {
    return inner.turns(id, range);
  }

  @Override
  public List<Defect> bookkeeping(SimulationId id) {
    return inner.bookkeeping(id);
  }
}
