package dev.stateline.persistence.memory;

import dev.stateline.domain.history.Lineage;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.naming.SimulationName;
import dev.stateline.domain.port.SimulationPort;
import dev.stateline.domain.simulation.NewSimulation;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.spi.Persistence;
import java.util.List;
import java.util.Optional;

/** Passes everything on as it is; flaws override what they break. */
class HonestSimulations implements SimulationPort {

  final SimulationPort inner;

  HonestSimulations(SimulationPort inner) {
    this.inner = inner;
  }

  /** The store with these simulations in place of its own. */
  Persistence in(Persistence store) {
    return new HonestPersistence(store) {
      @Override
      public SimulationPort simulations() {
        return HonestSimulations.this;
      }
    };
  }

  @Override
  public Simulation create(NewSimulation simulation) {
    return inner.create(simulation);
  }

  @Override
  public Optional<Simulation> find(SimulationId id) {
    return inner.find(id);
  }

  @Override
  public Optional<Simulation> find(SimulationName name) {
    return inner.find(name);
  }

  @Override
  public List<Simulation> findByIdPrefix(String prefix, int limit) {
    return inner.findByIdPrefix(prefix, limit);
  }

  @Override
  public List<Simulation> list(Optional<SimulationId> after, int limit) {
    return inner.list(after, limit);
  }

  @Override
  public Lineage lineage(SimulationId id) {
    return inner.lineage(id);
  }
}
