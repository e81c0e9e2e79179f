package dev.stateline.domain.port;

import dev.stateline.domain.simulation.NewFork;
import dev.stateline.domain.simulation.Rollback;
import dev.stateline.domain.simulation.Simulation;

/**
 * Goes another way from a turn: forks and rollbacks, a few rows each. Every method is atomic.
 * Thread-safe.
 *
 * <p>All methods throw {@link dev.stateline.domain.error.UnavailableException} when the database
 * cannot be used and {@link dev.stateline.domain.error.CorruptDataException} when a row is not what
 * was written.
 */
public interface BranchPort {

  /**
   * Writes a simulation that branches from a turn of another; its history up to there is shared,
   * not copied. It is {@code created}, its epoch 0.
   *
   * @throws dev.stateline.domain.error.ConflictException NAME_TAKEN
   * @throws dev.stateline.domain.error.NotFoundException TURN_OUT_OF_RANGE if the state that it
   *     goes on from does not stand at the branch turn with that chain hash, as when it was deleted
   *     meanwhile
   */
  Simulation fork(NewFork fork);

  /**
   * Puts a simulation's head back to an earlier turn of its history; the caller is the writer. What
   * comes after that stays as an archived simulation, with the checkpoints that lie there, or is
   * discarded. Forks are untouched. A simulation that ran to its end is {@code paused} then.
   *
   * @return the simulation as it is then
   * @throws dev.stateline.domain.error.NotFoundException SIMULATION_NOT_FOUND
   * @throws dev.stateline.domain.error.InvalidInputException INVALID_STATUS_CHANGE if it is
   *     archived; INVALID_VALUE if the rollback does not fit the history
   * @throws dev.stateline.domain.error.ConflictException WRITER_FENCED; NAME_TAKEN by the tail;
   *     STILL_NEEDED if turns are to be discarded that another simulation's history or a named
   *     checkpoint rests on
   */
  Simulation rollBack(Rollback rollback);
}
