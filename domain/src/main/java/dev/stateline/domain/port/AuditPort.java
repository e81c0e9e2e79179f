package dev.stateline.domain.port;

import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.time.TurnRange;
import dev.stateline.domain.turn.AuditedTurn;
import dev.stateline.domain.turn.Defect;
import java.util.List;
import java.util.stream.Stream;

/**
 * Gives out what is stored as it is stored, for verification: a damaged value is reported, not
 * thrown. Thread-safe.
 *
 * <p>All methods throw {@link dev.stateline.domain.error.UnavailableException} when the database
 * cannot be used and {@link dev.stateline.domain.error.NotFoundException} SIMULATION_NOT_FOUND.
 */
public interface AuditPort {

  /**
   * The stored turns of a simulation's history in a range, from the earliest on, each with what the
   * adapter itself finds wrong with its rows (payloads that do not decode, row checksums that do
   * not hold). A turn whose row is missing is missing here. Fetched as it is read; must be closed.
   */
  Stream<AuditedTurn> turns(SimulationId id, TurnRange range);

  /**
   * What the adapter finds wrong with the rows beside the turns: the simulation's own, its
   * segments, checkpoints and provenance.
   */
  List<Defect> bookkeeping(SimulationId id);

  /**
   * What the adapter finds wrong with the database as a whole: the structure of its files and
   * indexes, rows that belong to nobody, and rows that no simulation leads to.
   *
   * <p>What this interface does is right for an adapter whose rows nobody else can change: nothing.
   */
  default List<Defect> database() {
    return List.of();
  }
}
