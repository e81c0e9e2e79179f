package dev.stateline.application.branch;

import dev.stateline.domain.history.Lineage;
import dev.stateline.domain.history.Segment;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.time.TurnNumber;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where a simulation branched from another.
 *
 * @param simulation the one whose turns it shares last
 * @param turn the last turn that both have, as the other is now: after a rollback of that one to an
 *     earlier turn, it is the earlier turn
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
   * @param lineages those of others; empty for one that cannot be read, of which the turn that was
   *     branched from is taken then
   */
  static Optional<Origin> of(
      SimulationId id, Lineage lineage, Function<SimulationId, Optional<Lineage>> lineages) {
    List<Segment> segments = lineage.segments();
    for (int i = segments.size() - 1; i > 0; i--) {
      SimulationId parent = segments.get(i - 1).simulation();
      if (!parent.equals(id)) {
        TurnNumber branch = segments.get(i).branchTurn().orElseThrow();
        return Optional.of(
            new Origin(
                parent,
                lineages.apply(parent).map(other -> lastShared(lineage, other)).orElse(branch)));
      }
    }
    return Optional.empty();
  }

  private static TurnNumber lastShared(Lineage one, Lineage other) {
    TurnNumber last = TurnNumber.ZERO;
    Iterator<Lineage.Part> others = other.parts().iterator();
    for (Lineage.Part part : one.parts()) {
      if (!others.hasNext()) {
        break;
      }
      Lineage.Part same = others.next();
      if (!same.segment().equals(part.segment())) {
        break;
      }
      last = part.turns().intersect(same.turns()).orElseThrow().to();
      if (!same.turns().equals(part.turns())) {
        break;
      }
    }
    return last;
  }
}
