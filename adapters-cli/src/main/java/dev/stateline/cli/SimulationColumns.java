package dev.stateline.cli;

import dev.stateline.application.branch.Origins;
import dev.stateline.cli.output.Column;
import dev.stateline.domain.simulation.Simulation;
import java.util.List;

/** A simulation as a row of data. */
final class SimulationColumns {

  private SimulationColumns() {}

  /**
   * @param origins asked for the rows of JSON and CSV only
   */
  static List<Column<Simulation>> with(Origins origins) {
    return List.of(
        Column.of("name", s -> s.name()),
        Column.of("status", s -> s.status().text()),
        Column.<Simulation>of("head_turn", s -> s.head().turn().value()).headed("turn"),
        Column.<Simulation>of("target_turn", s -> s.targetTurn().map(t -> t.value()))
            .headed("target"),
        Column.<Simulation>of("created_at", s -> s.createdAt()).headed("created"),
        Column.of("id", s -> s.id()),
        Column.hidden("status_reason", s -> s.statusReason()),
        Column.hidden("writer", s -> s.writer()),
        Column.hidden("chain_hash", s -> s.head().chainHash()),
        Column.hidden("metadata", s -> s.metadata()),
        Column.hidden("parent_id", s -> origins.of(s.id()).map(o -> o.simulation())),
        Column.hidden("branch_turn", s -> origins.of(s.id()).map(o -> o.turn().value())));
  }
}
