package dev.stateline.application.branch;

import dev.stateline.domain.history.Lineage;
import dev.stateline.domain.history.Segment;
import dev.stateline.domain.simulation.SimulationId;
import dev.stateline.domain.state.TurnNumber;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Where a simulation branched from another.
 *
 * @param simulation the one whose turns it shares last
 * @param turn the last turn that it shares
 */
public record Origin(SimulationId simulation, TurnNumber turn) {

  public Origin {
    Objects.requireNonNull(simulation, "simulation");
    Objects.requireNonNull(turn, "turn");
  }

  /**
   * The origin of a simulation with this lineage; empty if all of its turns are its own.
   *
   * @param id the simulation
   */
  public static Optional<Origin> of(SimulationId id, Lineage lineage) {
    List<Segment> segments = lineage.segments();
    for (int i = segments.size() - 1; i > 0; i--) {
      Segment parent = segments.get(i - 1);
      if (!parent.simulation().equals(id)) {
        return Optional.of(
            new Origin(parent.simulation(), segments.get(i).branchTurn().orElseThrow()));
      }
    }
    return Optional.empty();
  }
}
