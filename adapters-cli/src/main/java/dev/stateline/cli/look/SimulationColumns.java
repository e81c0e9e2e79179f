package dev.stateline.cli.look;

import dev.stateline.application.Stateline;
import dev.stateline.application.workspace.SimulationFields;
import dev.stateline.cli.output.Column;
import dev.stateline.cli.output.Columns;
import dev.stateline.cli.output.NarrowText;
import dev.stateline.domain.simulation.ListedSimulation;
import java.util.List;

/** A simulation as a row of data. */
public final class SimulationColumns {

  private SimulationColumns() {}

  /**
   * @param stateline asked about origins for the rows of JSON and CSV only
   */
  public static List<Column<ListedSimulation>> of(Stateline stateline) {
    return Columns.of(SimulationFields.of(stateline))
        .headed("head_turn", "turn")
        .headed("target_turn", "target")
        .headed("created_at", "created")
        .narrowedBy("created_at", NarrowText::ofMoment)
        .narrowedBy("id", NarrowText::ofId)
        .dispensable("created_at", "id")
        .hidden("status_reason", "writer", "chain_hash", "metadata", "parent_id", "branch_turn")
        .list();
  }
}
