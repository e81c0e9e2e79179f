package dev.stateline.application.compare;

import dev.stateline.application.history.HistoryReader;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.NotFoundException;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.time.TurnRange;
import dev.stateline.domain.turn.ChainHash;
import dev.stateline.domain.turn.State;
import dev.stateline.domain.turn.Transition;
import dev.stateline.domain.turn.TurnRecord;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A run that is compared with others, of any database.
 *
 * @param simulation as it was when it was looked up
 * @param history of the database that holds it
 */
public record ComparedRun(Simulation simulation, HistoryReader history) {

  public ComparedRun {
    Objects.requireNonNull(simulation, "simulation");
    Objects.requireNonNull(history, "history");
  }

  TurnNumber lastTurn() {
    return simulation.head().turn();
  }

  /** The proof of all history up to a turn. */
  ChainHash chainHash(TurnNumber turn) {
    return turn.equals(lastTurn()) ? simulation.head().chainHash() : record(turn).chainHash();
  }

  TurnRecord record(TurnNumber turn) {
    try (Stream<TurnRecord> turns = history.history(simulation.id(), new TurnRange(turn, turn))) {
      return turns.findFirst().orElseThrow(() -> gone(turn));
    }
  }

  State state(TurnNumber turn) {
    return history.stateAt(simulation.id(), turn);
  }

  Optional<Transition> transition(TurnNumber turn) {
    return history.transitionAt(simulation.id(), turn);
  }

  /** The turn was there when the comparison began: the head went back in the meantime. */
  private NotFoundException gone(TurnNumber turn) {
    return new NotFoundException(
        ErrorCode.TURN_OUT_OF_RANGE,
        "simulation '"
            + simulation.name()
            + "' no longer has turn "
            + turn
            + "; its head was moved back meanwhile: compare again");
  }
}
