package dev.stateline.persistence.memory;

import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.port.AuditPort;
import dev.stateline.domain.time.TurnRange;
import dev.stateline.domain.turn.AuditedTurn;
import dev.stateline.domain.turn.Defect;
import java.util.List;
import java.util.stream.Stream;

/** What verification reads. Values in memory are the ones that were written: no row is damaged. */
final class MemoryAudit implements AuditPort {

  private final Gate gate;
  private final SimulationRows rows;

  MemoryAudit(Gate gate, SimulationRows rows) {
    this.gate = gate;
    this.rows = rows;
  }

  @Override
  public Stream<AuditedTurn> turns(SimulationId id, TurnRange range) {
    return TurnCursor.stream(
        gate, gate.read(() -> rows.get(id).stretches(range)), StoredTurn::audit);
  }

  @Override
  public List<Defect> bookkeeping(SimulationId id) {
    return gate.read(
        () -> {
          rows.get(id);
          return List.of();
        });
  }
}
