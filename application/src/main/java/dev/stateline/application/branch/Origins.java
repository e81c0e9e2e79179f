package dev.stateline.application.branch;

import dev.stateline.domain.error.CorruptDataException;
import dev.stateline.domain.error.NotFoundException;
import dev.stateline.domain.history.Lineage;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.port.SimulationPort;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where simulations branched from others. It remembers what it read of those that others branched
 * from, so that a thousand forks of one cost little more than a query each. Not thread-safe.
 */
public final class Origins {

  private final SimulationPort simulations;
  private final Map<SimulationId, Optional<Lineage>> parents = new HashMap<>();

  Origins(SimulationPort simulations) {
    this.simulations = simulations;
  }

  /**
   * Where a simulation branched from another; empty if all of its turns are its own.
   *
   * @throws dev.stateline.domain.error.NotFoundException SIMULATION_NOT_FOUND
   */
  public Optional<Origin> of(SimulationId id) {
    Lineage lineage = simulations.lineage(id);
    return Origin.of(id, lineage, parent -> parents.computeIfAbsent(parent, this::known));
  }

  /** Damage to one that others branched from is no damage to these. */
  private Optional<Lineage> known(SimulationId parent) {
    try {
      return Optional.of(simulations.lineage(parent));
    } catch (CorruptDataException | NotFoundException e) {
      return Optional.empty();
    }
  }
}
