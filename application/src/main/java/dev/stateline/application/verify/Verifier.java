package dev.stateline.application.verify;

import dev.stateline.domain.error.NotFoundException;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.spi.Persistence;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.time.TurnRange;
import dev.stateline.domain.turn.AuditedTurn;
import dev.stateline.domain.turn.Defect;
import dev.stateline.domain.turn.Receipt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Reads every stored byte of a simulation's history again and requires that it is the one that was
 * run: documents against their hashes, the chain from turn 0 to the head, the rows beside it, and a
 * receipt that a person kept. Thread-safe.
 */
public final class Verifier {

  private final Persistence persistence;

  public Verifier(Persistence persistence) {
    this.persistence = persistence;
  }

  /**
   * Verifies a simulation's history in itself.
   *
   * @throws NotFoundException SIMULATION_NOT_FOUND
   */
  public VerificationReport verify(SimulationId id) {
    return verify(id, Optional.empty(), turn -> {});
  }

  /**
   * Verifies a simulation up to its head as it is now.
   *
   * @param expected a receipt of it; empty to check the history in itself only
   * @param progress is told each turn that was read
   * @throws NotFoundException SIMULATION_NOT_FOUND
   */
  public VerificationReport verify(
      SimulationId id, Optional<Receipt> expected, Consumer<TurnNumber> progress) {
    Simulation simulation =
        persistence.simulations().find(id).orElseThrow(() -> NotFoundException.simulation(id));
    ChainWalk walk = new ChainWalk(expected);
    TurnRange range = new TurnRange(TurnNumber.ZERO, simulation.head().turn());
    int turns = 0;
    try (Stream<AuditedTurn> stored = persistence.audit().turns(id, range)) {
      for (AuditedTurn turn : (Iterable<AuditedTurn>) stored::iterator) {
        walk.read(turn);
        turns++;
        progress.accept(turn.turn());
      }
    }
    walk.finish(simulation.head());
    List<Defect> defects = new ArrayList<>(walk.defects());
    defects.addAll(persistence.audit().bookkeeping(id));
    return new VerificationReport(simulation, turns, defects, walk.mismatch());
  }
}
