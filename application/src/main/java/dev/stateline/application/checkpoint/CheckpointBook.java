package dev.stateline.application.checkpoint;

import dev.stateline.application.shared.Surroundings;
import dev.stateline.domain.checkpoint.Checkpoint;
import dev.stateline.domain.checkpoint.CheckpointKind;
import dev.stateline.domain.document.Document;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.NotFoundException;
import dev.stateline.domain.naming.CheckpointId;
import dev.stateline.domain.naming.CheckpointName;
import dev.stateline.domain.naming.NearestWord;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.turn.State;
import java.util.List;
import java.util.Optional;

/** Names states, beside a living writer too. Thread-safe. */
public final class CheckpointBook {

  /** Of a simulation with more checkpoints, only so many are looked at for what was meant. */
  private static final int NAMES_COMPARED = 1_000;

  private final Surroundings surroundings;

  public CheckpointBook(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /**
   * Names a state.
   *
   * @throws dev.stateline.domain.error.ConflictException NAME_TAKEN
   * @throws NotFoundException TURN_OUT_OF_RANGE after the head
   */
  public Checkpoint save(SimulationId simulation, TurnNumber turn, CheckpointName name) {
    State state = surroundings.persistence().states().stateAt(simulation, turn);
    Checkpoint checkpoint =
        new Checkpoint(
            new CheckpointId(surroundings.ids().next()),
            simulation,
            name,
            CheckpointKind.NAMED,
            state.ref(),
            surroundings.now(),
            Document.EMPTY_OBJECT);
    surroundings.persistence().checkpoints().save(checkpoint);
    return checkpoint;
  }

  /**
   * One page of a simulation's checkpoints, by turn.
   *
   * @param after the last one of the page before; empty for the first page
   * @param limit at most so many, 1 or more
   */
  public List<Checkpoint> list(SimulationId simulation, Optional<Checkpoint> after, int limit) {
    return surroundings.persistence().checkpoints().list(simulation, after, limit);
  }

  /**
   * Deletes a checkpoint; its state stays.
   *
   * @throws NotFoundException CHECKPOINT_NOT_FOUND
   */
  public void delete(SimulationId simulation, CheckpointName name) {
    try {
      surroundings.persistence().checkpoints().delete(simulation, name);
    } catch (NotFoundException e) {
      throw e.code() == ErrorCode.CHECKPOINT_NOT_FOUND ? meant(simulation, name, e) : e;
    }
  }

  private NotFoundException meant(
      SimulationId simulation, CheckpointName name, NotFoundException none) {
    List<String> known =
        list(simulation, Optional.empty(), NAMES_COMPARED).stream()
            .map(checkpoint -> checkpoint.name().value())
            .toList();
    return NearestWord.meant(name.value(), known).map(none::meaning).orElse(none);
  }
}
