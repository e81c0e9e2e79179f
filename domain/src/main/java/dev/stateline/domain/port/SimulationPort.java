package dev.stateline.domain.port;

import dev.stateline.domain.history.Lineage;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.naming.SimulationName;
import dev.stateline.domain.simulation.ListedSimulation;
import dev.stateline.domain.simulation.NewSimulation;
import dev.stateline.domain.simulation.Simulation;
import java.util.List;
import java.util.Optional;

/**
 * The catalogue of simulations: their names, heads and lineages. Every method is atomic.
 * Thread-safe.
 *
 * <p>All methods throw {@link dev.stateline.domain.error.UnavailableException} when the database
 * cannot be used and {@link dev.stateline.domain.error.CorruptDataException} when a row is not what
 * was written.
 */
public interface SimulationPort {

  /**
   * Writes a simulation with its root segment and its initial state. It is {@code created}, its
   * epoch 0.
   *
   * @throws dev.stateline.domain.error.ConflictException NAME_TAKEN
   */
  Simulation create(NewSimulation simulation);

  Optional<Simulation> find(SimulationId id);

  Optional<Simulation> find(SimulationName name);

  /**
   * The simulations whose id, printed, begins so; in the order of their ids.
   *
   * @param prefix hex digits and hyphens, in lower case
   * @param limit at most so many, 1 or more
   */
  List<Simulation> findByIdPrefix(String prefix, int limit);

  /**
   * One page of all simulations in the order of their ids, which is that of their creation.
   *
   * @param after the last one of the page before; empty for the first page
   * @param limit at most so many, 1 or more
   */
  List<Simulation> list(Optional<SimulationId> after, int limit);

  /**
   * As {@link #list}, with those that are damaged, each for itself: damage to the rows of one is
   * told, not thrown. One whose id cannot be read is left out; {@link AuditPort#database} names it.
   *
   * <p>What this interface does is right for an adapter whose rows nobody else can change: all are
   * whole.
   */
  default List<ListedSimulation> look(Optional<SimulationId> after, int limit) {
    return list(after, limit).stream().map(ListedSimulation::of).toList();
  }

  /** As {@link #find(SimulationId)}; damage is told, not thrown. */
  default Optional<ListedSimulation> look(SimulationId id) {
    return find(id).map(ListedSimulation::of);
  }

  /** As {@link #find(SimulationName)}; damage is told, not thrown. */
  default Optional<ListedSimulation> look(SimulationName name) {
    return find(name).map(ListedSimulation::of);
  }

  /**
   * Where each turn of a simulation is stored, and what it branched from.
   *
   * @throws dev.stateline.domain.error.NotFoundException SIMULATION_NOT_FOUND
   */
  Lineage lineage(SimulationId id);
}
