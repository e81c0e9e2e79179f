package dev.stateline.persistence.memory;

import dev.stateline.domain.history.Lineage;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.naming.SimulationName;
import dev.stateline.domain.port.SimulationPort;
import dev.stateline.domain.simulation.NewSimulation;
import dev.stateline.domain.simulation.Simulation;
import java.util.List;
import java.util.Optional;

/** Simulations in memory. */
final class MemorySimulations implements SimulationPort {

  private final Gate gate;
  private final SimulationRows rows;

  MemorySimulations(Gate gate, SimulationRows rows) {
    this.gate = gate;
    this.rows = rows;
  }

  @Override
  public Simulation create(NewSimulation simulation) {
    return gate.write(
        () -> {
          SimulationRow row = new SimulationRow(simulation);
          rows.add(row);
          return row.describe();
        });
  }

  @Override
  public Optional<Simulation> find(SimulationId id) {
    return gate.read(() -> rows.find(id).map(SimulationRow::describe));
  }

  @Override
  public Optional<Simulation> find(SimulationName name) {
    return gate.read(() -> rows.find(name).map(SimulationRow::describe));
  }

  @Override
  public List<Simulation> findByIdPrefix(String prefix, int limit) {
    int most = SimulationRows.requireLimit(limit);
    return gate.read(
        () ->
            rows.all().stream()
                .filter(row -> row.id().toString().startsWith(prefix))
                .limit(most)
                .map(SimulationRow::describe)
                .toList());
  }

  @Override
  public List<Simulation> list(Optional<SimulationId> after, int limit) {
    int most = SimulationRows.requireLimit(limit);
    return gate.read(
        () ->
            after.map(rows::after).orElseGet(rows::all).stream()
                .limit(most)
                .map(SimulationRow::describe)
                .toList());
  }

  @Override
  public Lineage lineage(SimulationId id) {
    return gate.read(() -> rows.get(id).lineage());
  }
}
