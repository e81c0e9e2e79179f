package dev.stateline.application.observe;

import dev.stateline.domain.measure.Operation;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.port.AuditPort;
import dev.stateline.domain.time.TurnRange;
import dev.stateline.domain.turn.AuditedTurn;
import dev.stateline.domain.turn.Defect;
import java.util.List;
import java.util.stream.Stream;

/** What is stored, given out as it is stored; the reading of turns is measured. */
final class MeasuredAudit implements AuditPort {

  private final AuditPort audit;
  private final Measuring measuring;

  MeasuredAudit(AuditPort audit, Measuring measuring) {
    this.audit = audit;
    this.measuring = measuring;
  }

  @Override
  public Stream<AuditedTurn> turns(SimulationId id, TurnRange range) {
    return MeasuredStream.of(
        measuring, Operation.READ_AUDIT, () -> audit.turns(id, range), Amounts::of);
  }

  @Override
  public List<Defect> bookkeeping(SimulationId id) {
    return audit.bookkeeping(id);
  }

  @Override
  public List<Defect> database() {
    return audit.database();
  }
}
