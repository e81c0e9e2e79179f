package dev.stateline.domain.port;

import dev.stateline.domain.checkpoint.Checkpoint;
import dev.stateline.domain.naming.CheckpointName;
import dev.stateline.domain.naming.SimulationId;
import java.util.List;
import java.util.Optional;

/**
 * Keeps checkpoints. A checkpoint may be saved and deleted beside a living writer. Thread-safe.
 *
 * <p>All methods throw {@link dev.stateline.domain.error.UnavailableException} when the database
 * cannot be used and {@link dev.stateline.domain.error.NotFoundException} SIMULATION_NOT_FOUND.
 */
public interface CheckpointPort {

  /**
   * @throws dev.stateline.domain.error.ConflictException NAME_TAKEN
   * @throws dev.stateline.domain.error.NotFoundException TURN_OUT_OF_RANGE if the simulation's
   *     history does not have that state, with that chain hash, at that turn
   */
  void save(Checkpoint checkpoint);

  Optional<Checkpoint> find(SimulationId simulation, CheckpointName name);

  /**
   * One page of a simulation's checkpoints, by turn, then by id.
   *
   * @param after the last one of the page before; empty for the first page
   * @param limit at most so many, 1 or more
   */
  List<Checkpoint> list(SimulationId simulation, Optional<Checkpoint> after, int limit);

  /**
   * @param name the checkpoint's; or its id, where none is named so, for one whose name was damaged
   * @throws dev.stateline.domain.error.NotFoundException CHECKPOINT_NOT_FOUND
   */
  void delete(SimulationId simulation, CheckpointName name);
}
