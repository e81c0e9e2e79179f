package dev.stateline.cli;

import dev.stateline.application.branch.Origins;
import dev.stateline.application.history.HistoryReader;
import dev.stateline.cli.workspace.Workspace;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.turn.Intervention;
import dev.stateline.domain.turn.TurnRecord;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Who wrote the turns of a simulation, and which of them a person changed. */
final class TurnOrigins {

  private final Workspace workspace;
  private final Simulation simulation;
  private final boolean branched;
  private final Map<SimulationId, String> names = new HashMap<>();
  private Optional<TurnRecord> seen = Optional.empty();
  private boolean seenChanged;

  TurnOrigins(Workspace workspace, Simulation simulation) {
    this.workspace = workspace;
    this.simulation = simulation;
    Origins origins = workspace.stateline().branches(workspace.documents()).origins();
    this.branched = origins.of(simulation.id()).isPresent();
  }

  /** Whether some of its turns were written by another. */
  boolean isBranched() {
    return branched;
  }

  /** The name of the simulation that wrote a turn, where it is another. */
  Optional<String> otherWriter(SimulationId writer) {
    return writer.equals(simulation.id())
        ? Optional.empty()
        : Optional.of(names.computeIfAbsent(writer, this::name));
  }

  private String name(SimulationId id) {
    return workspace.stateline().simulations().find(id.toString()).name().value();
  }

  /**
   * Whether a turn was changed by an intervention.
   *
   * @param turn asked for in the order of the history, each as often as wanted
   */
  boolean isChanged(TurnRecord turn) {
    if (!seen.equals(Optional.of(turn))) {
      // A changed turn is the first of its segment: only there the actions need to be read.
      boolean first = !seen.map(TurnRecord::segment).equals(Optional.of(turn.segment()));
      seenChanged = first && isChanged(turn.turn());
      seen = Optional.of(turn);
    }
    return seenChanged;
  }

  boolean isChanged(TurnNumber turn) {
    HistoryReader history = workspace.stateline().history();
    return history.transitionAt(simulation.id(), turn).stream()
        .anyMatch(transition -> Intervention.isLastOf(transition.actions()));
  }
}
