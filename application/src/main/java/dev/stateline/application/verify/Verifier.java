package dev.stateline.application.verify;

import dev.stateline.domain.error.CorruptDataException;
import dev.stateline.domain.error.NotFoundException;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.simulation.ListedSimulation;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.spi.Persistence;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.time.TurnRange;
import dev.stateline.domain.turn.AuditedTurn;
import dev.stateline.domain.turn.Defect;
import dev.stateline.domain.turn.Receipt;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Reads every stored byte of a simulation's history again and requires that it is the one that was
 * run: documents against their hashes, the chain from turn 0 to the head, the rows beside it, and a
 * receipt that a person kept. Thread-safe.
 */
public final class Verifier {

  private static final int PAGE = 200;

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
   * @throws CorruptDataException if nothing leads to its turns any more
   */
  public VerificationReport verify(
      SimulationId id, Optional<Receipt> expected, Consumer<TurnNumber> progress) {
    ListedSimulation listed =
        persistence.simulations().look(id).orElseThrow(() -> NotFoundException.simulation(id));
    return verify(listed, expected, progress, persistence.audit().database());
  }

  /**
   * Verifies all simulations, each up to its head as it is now, and what belongs to none of them.
   * Turns that several share are read for each.
   *
   * @param progress is told each simulation before it is read
   */
  public DatabaseReport verifyAll(Consumer<ListedSimulation> progress) {
    DatabaseReport.Builder report = new DatabaseReport.Builder(persistence.audit().database());
    try {
      Optional<SimulationId> after = Optional.empty();
      List<ListedSimulation> page;
      do {
        page = persistence.simulations().look(after, PAGE);
        for (ListedSimulation listed : page) {
          progress.accept(listed);
          verify(listed, report);
          after = Optional.of(listed.id());
        }
      } while (!page.isEmpty());
    } catch (CorruptDataException e) {
      report.damaged(e);
    }
    return report.build();
  }

  private void verify(ListedSimulation listed, DatabaseReport.Builder report) {
    try {
      report.verified(verify(listed, Optional.empty(), turn -> {}, List.of()));
    } catch (CorruptDataException e) {
      report.damaged(listed, e);
    }
  }

  private VerificationReport verify(
      ListedSimulation listed,
      Optional<Receipt> expected,
      Consumer<TurnNumber> progress,
      List<Defect> database) {
    Simulation simulation = listed.readable().orElseThrow(() -> unreadable(listed));
    ChainWalk walk = new ChainWalk(expected);
    Set<Defect> beside = new LinkedHashSet<>();
    int turns = walk(simulation, walk, progress, beside);
    listed.defect().ifPresent(beside::add);
    if (beside.isEmpty()) {
      walk.finish(simulation.head());
    }
    beside.addAll(persistence.audit().bookkeeping(simulation.id()));
    List<Defect> defects = new ArrayList<>(walk.defects());
    defects.addAll(beside);
    return new VerificationReport(simulation, turns, defects, database, walk.mismatch());
  }

  private int walk(
      Simulation simulation, ChainWalk walk, Consumer<TurnNumber> progress, Set<Defect> beside) {
    TurnRange range = new TurnRange(TurnNumber.ZERO, simulation.head().turn());
    int turns = 0;
    try (Stream<AuditedTurn> stored = persistence.audit().turns(simulation.id(), range)) {
      for (AuditedTurn turn : (Iterable<AuditedTurn>) stored::iterator) {
        walk.read(turn);
        turns++;
        progress.accept(turn.turn());
      }
    } catch (CorruptDataException e) {
      beside.add(Defect.beside(e.column(), e.problem()));
    }
    return turns;
  }

  private static CorruptDataException unreadable(ListedSimulation listed) {
    Defect defect = listed.defect().orElseThrow();
    return new CorruptDataException(
        "simulation '" + listed.name() + "'",
        defect.column(),
        defect.problem() + ", and nothing else leads to its turns; restore a backup");
  }
}
