package dev.stateline.domain.checkpoint;

import dev.stateline.domain.document.Document;
import dev.stateline.domain.error.InvalidInputException;
import dev.stateline.domain.naming.CheckpointId;
import dev.stateline.domain.naming.CheckpointName;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.time.WallClock;
import dev.stateline.domain.turn.StateRef;
import java.time.Instant;
import java.util.Objects;

/**
 * A name for a state. It protects the state from pruning.
 *
 * @param state the state that it names
 * @param createdAt wall clock, whole microseconds
 * @param metadata a JSON object for the user's own notes
 */
public record Checkpoint(
    CheckpointId id,
    SimulationId simulation,
    CheckpointName name,
    CheckpointKind kind,
    StateRef state,
    Instant createdAt,
    Document metadata) {

  /**
   * @throws InvalidInputException if a named checkpoint has a name that automatic ones get;
   *     INVALID_DOCUMENT if the metadata is not in canonical form
   */
  public Checkpoint {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(simulation, "simulation");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(state, "state");
    WallClock.check(createdAt);
    metadata.requireCanonical("the metadata");
    if (kind == CheckpointKind.NAMED && name.isAutomatic()) {
      // It would stand in the way of the run when that comes to the turn.
      throw new InvalidInputException(
          "names like '" + name + "' are kept for automatic checkpoints; choose another");
    }
  }

  /** The turn of the state. */
  public TurnNumber turn() {
    return state.turn();
  }

  /** The same checkpoint as another simulation has it, whose history the state belongs to too. */
  public Checkpoint ownedBy(SimulationId other) {
    return new Checkpoint(id, other, name, kind, state, createdAt, metadata);
  }
}
