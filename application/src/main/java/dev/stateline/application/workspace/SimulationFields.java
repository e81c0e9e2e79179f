package dev.stateline.application.workspace;

import dev.stateline.application.branch.Origins;
import dev.stateline.domain.simulation.Simulation;
import java.util.List;

/** The members of a simulation that front ends give out. */
public final class SimulationFields {

  private SimulationFields() {}

  /**
   * @param origins asked by {@code parent_id} and {@code branch_turn}, when these are read
   */
  public static List<Field<Simulation>> with(Origins origins) {
    return List.of(
        new Field<>("name", s -> s.name()),
        new Field<>("status", s -> s.status().text()),
        new Field<>("head_turn", s -> s.head().turn().value()),
        new Field<>("target_turn", s -> s.targetTurn().map(t -> t.value())),
        new Field<>("created_at", s -> s.createdAt()),
        new Field<>("id", s -> s.id()),
        new Field<>("status_reason", s -> s.statusReason()),
        new Field<>("writer", s -> s.writer()),
        new Field<>("chain_hash", s -> s.head().chainHash()),
        new Field<>("metadata", s -> s.metadata()),
        new Field<>("parent_id", s -> origins.of(s.id()).map(o -> o.simulation())),
        new Field<>("branch_turn", s -> origins.of(s.id()).map(o -> o.turn().value())));
  }
}
