package dev.stateline.application.workspace;

import dev.stateline.application.Stateline;
import dev.stateline.application.branch.InitialInterventions;
import dev.stateline.application.branch.Origins;
import dev.stateline.application.history.HistoryReader;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.turn.Intervention;
import dev.stateline.domain.turn.TurnRecord;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Who wrote the turns of a simulation, and which of them a person changed. Not thread-safe. */
public final class TurnOrigins {

  private final Stateline stateline;
  private final Simulation simulation;
  private final boolean branched;
  private final Map<SimulationId, String> names = new HashMap<>();
  private Optional<TurnRecord> seen = Optional.empty();
  private boolean seenChanged;

  public TurnOrigins(Stateline stateline, Simulation simulation) {
    this.stateline = stateline;
    this.simulation = simulation;
    Origins origins = stateline.branches().origins();
    this.branched = origins.of(simulation.id()).isPresent();
  }

  /** Whether some of its turns were written by another. */
  public boolean isBranched() {
    return branched;
  }

  /** The name of the simulation that wrote a turn, where it is another. */
  public Optional<String> otherWriter(SimulationId writer) {
    return writer.equals(simulation.id())
        ? Optional.empty()
        : Optional.of(names.computeIfAbsent(writer, stateline.simulations()::nameOf));
  }

  /**
   * Whether a turn was changed by an intervention.
   *
   * @param turn asked for in the order of the history, each as often as wanted
   */
  public boolean isChanged(TurnRecord turn) {
    if (!seen.equals(Optional.of(turn))) {
      // A changed turn is the first of its segment: only there the actions need to be read.
      boolean first = !seen.map(TurnRecord::segment).equals(Optional.of(turn.segment()));
      seenChanged = first && isChanged(turn.turn());
      seen = Optional.of(turn);
    }
    return seenChanged;
  }

  /** Whether a turn was changed by an intervention; asks the database each time. */
  public boolean isChanged(TurnNumber turn) {
    if (turn.value() == 0) {
      return InitialInterventions.areIn(simulation.config());
    }
    HistoryReader history = stateline.history();
    return history.transitionAt(simulation.id(), turn).stream()
        .anyMatch(transition -> Intervention.isLastOf(transition.actions()));
  }
}
