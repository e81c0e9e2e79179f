package dev.stateline.application.replay;

import dev.stateline.domain.engine.Scenario;
import dev.stateline.domain.error.CorruptDataException;
import dev.stateline.domain.error.NotFoundException;
import dev.stateline.domain.error.Remedy;
import dev.stateline.domain.history.Lineage;
import dev.stateline.domain.port.DocumentTools;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.spi.Persistence;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.time.TurnRange;
import dev.stateline.domain.turn.ChainHash;
import dev.stateline.domain.turn.State;
import dev.stateline.domain.turn.Turn;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Computes recorded turns again: gives the engine the recorded actions, applies the recorded
 * interventions, and requires the recorded state, outcomes and simulated time, and so the recorded
 * hashes. The seed is the one that is in force in the turn, and must be the recorded one. Action
 * sources are not asked. Writes nothing. Thread-safe.
 *
 * <p>Two instances of the scenario compute the turns by turns, so that what an engine keeps between
 * turns, against its contract, comes to light.
 */
public final class Replayer {

  private final Persistence persistence;
  private final DocumentTools documents;

  public Replayer(Persistence persistence, DocumentTools documents) {
    this.persistence = persistence;
    this.documents = documents;
  }

  /**
   * Replays turns, from the earliest on, until one comes out in another way than it was recorded.
   *
   * @param range the turns; turn 0 is replayed by making the initial state again, and a range that
   *     begins later begins from the recorded state before it
   * @param scenarios opens the scenario anew each time; what it opened is closed here
   * @param progress is told each turn that came out as it was recorded
   * @throws NotFoundException TURN_OUT_OF_RANGE if the range ends after the head
   * @throws dev.stateline.domain.error.InvalidInputException NOT_SUPPORTED if a state has a version
   *     that the scenario cannot read
   * @throws CorruptDataException if the record is not what was written
   */
  public ReplayReport replay(
      Simulation simulation,
      TurnRange range,
      Supplier<? extends Scenario<?>> scenarios,
      Consumer<TurnNumber> progress) {
    requireStored(simulation, range);
    Lineage lineage = persistence.simulations().lineage(simulation.id());
    try (ReplayWalk walk = new ReplayWalk(simulation, lineage, scenarios, documents)) {
      walk(walk, simulation, range, progress);
      return walk.report(range);
    }
  }

  private void walk(
      ReplayWalk walk, Simulation simulation, TurnRange range, Consumer<TurnNumber> progress) {
    TurnNumber from = range.from();
    if (from.value() > 0) {
      TurnNumber before = new TurnNumber(from.value() - 1);
      walk.beginAt(recorded(simulation, before));
    }
    try (Stream<Turn> turns = persistence.states().turns(simulation.id(), range)) {
      for (Turn turn : (Iterable<Turn>) turns::iterator) {
        if (!walk.read(turn)) {
          return;
        }
        requireChain(simulation, turn.state(), walk.chainHash());
        progress.accept(turn.state().turn());
      }
    }
  }

  /** Read as the others are, whole and from the database: no copy in memory stands for it. */
  private State recorded(Simulation simulation, TurnNumber turn) {
    try (Stream<Turn> only =
        persistence.states().turns(simulation.id(), new TurnRange(turn, turn))) {
      return only.findFirst().orElseThrow().state();
    }
  }

  /** The same turns have the same chain, unless somebody changed what is stored. */
  private static void requireChain(Simulation simulation, State state, ChainHash computed) {
    if (!state.chainHash().equals(computed)) {
      throw new CorruptDataException(
          "simulation '" + simulation.name() + "', turn " + state.turn(),
          "turns.chain_hash",
          "the turn comes out as it is recorded, but its chain hash is another",
          Remedy.VERIFY);
    }
  }

  static void requireStored(Simulation simulation, TurnRange range) {
    TurnNumber head = simulation.head().turn();
    if (range.to().isAfter(head)) {
      throw NotFoundException.turn(simulation.name(), range.to().value(), head.value());
    }
  }
}
