package dev.stateline.application.history;

import dev.stateline.application.history.TurnReference.BeforeHead;
import dev.stateline.application.history.TurnReference.Named;
import dev.stateline.application.history.TurnReference.Numbered;
import dev.stateline.application.history.TurnReference.Place;
import dev.stateline.domain.error.NotFoundException;
import dev.stateline.domain.naming.CheckpointName;
import dev.stateline.domain.naming.NearestWord;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.spi.Persistence;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.time.TurnRange;
import dev.stateline.domain.turn.State;
import dev.stateline.domain.turn.Transition;
import dev.stateline.domain.turn.TurnRecord;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads a simulation's past without opening it for writing. Thread-safe. */
public final class HistoryReader {

  /** Of a simulation with more checkpoints, only so many are looked at for what was meant. */
  private static final int NAMES_COMPARED = 1_000;

  private final Persistence persistence;

  public HistoryReader(Persistence persistence) {
    this.persistence = persistence;
  }

  /**
   * The turn of a simulation that a person means.
   *
   * @throws NotFoundException TURN_OUT_OF_RANGE if it lies before turn 0 or after the head,
   *     CHECKPOINT_NOT_FOUND if no checkpoint has the name
   */
  public TurnNumber turn(Simulation simulation, Place place) {
    // No pattern switch on sealed types: the baseline is Java 17.
    if (place instanceof Numbered numbered) {
      return inRange(simulation, numbered.turn().value());
    }
    if (place instanceof BeforeHead before) {
      return inRange(simulation, (long) simulation.head().turn().value() - before.turns());
    }
    return checkpointTurn(simulation, ((Named) place).checkpoint());
  }

  /**
   * A state with its document.
   *
   * @throws NotFoundException TURN_OUT_OF_RANGE after the head
   */
  public State stateAt(SimulationId id, TurnNumber turn) {
    return persistence.states().stateAt(id, turn);
  }

  /** The transition that led to a turn; empty for turn 0. */
  public Optional<Transition> transitionAt(SimulationId id, TurnNumber turn) {
    return persistence.states().transitionAt(id, turn);
  }

  /** The turns in a range, from the earliest on; the stream must be closed. */
  public Stream<TurnRecord> history(SimulationId id, TurnRange range) {
    return persistence.states().history(id, range);
  }

  private TurnNumber checkpointTurn(Simulation simulation, CheckpointName name) {
    return persistence
        .checkpoints()
        .find(simulation.id(), name)
        .orElseThrow(() -> none(simulation, name))
        .turn();
  }

  private NotFoundException none(Simulation simulation, CheckpointName name) {
    NotFoundException none = NotFoundException.turnNamed(simulation.name(), name);
    List<String> known =
        Stream.concat(
                persistence
                    .checkpoints()
                    .list(simulation.id(), Optional.empty(), NAMES_COMPARED)
                    .stream()
                    .map(checkpoint -> checkpoint.name().value()),
                Stream.of(TurnReference.HEAD))
            .toList();
    return NearestWord.meant(name.value(), known).map(none::meaning).orElse(none);
  }

  private static TurnNumber inRange(Simulation simulation, long turn) {
    int last = simulation.head().turn().value();
    if (turn < 0 || turn > last) {
      throw NotFoundException.turn(simulation.name(), turn, last);
    }
    return new TurnNumber((int) turn);
  }
}
