package dev.stateline.domain.port;

import dev.stateline.domain.commit.TakeOver;
import dev.stateline.domain.commit.WriterEpoch;
import dev.stateline.domain.commit.WriterIdentity;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.simulation.StatusChange;

/**
 * The one writer of a simulation: who it is, and what only it may do beside adding turns. Every
 * method is atomic. Thread-safe.
 *
 * <p>All methods throw {@link dev.stateline.domain.error.UnavailableException} when the database
 * cannot be used, {@link dev.stateline.domain.error.CorruptDataException} when a row is not what
 * was written, and {@link dev.stateline.domain.error.NotFoundException} SIMULATION_NOT_FOUND.
 */
public interface WriterPort {

  /**
   * Makes the caller the simulation's one writer, and raises the epoch. A writer that died does not
   * stand in the way; a living one does, unless it is to be taken over.
   *
   * @param writer how the caller describes itself to others
   * @throws dev.stateline.domain.error.ConflictException WRITER_PRESENT, naming the holder
   */
  WriterSession open(SimulationId id, WriterIdentity writer, TakeOver takeOver);

  /**
   * Whether somebody who lives has it open for writing. Changes nothing, also where the database
   * was opened for reading only. A writer whose sign of life cannot be asked for counts as living.
   */
  boolean isAlive(SimulationId id);

  /**
   * Changes the status; the caller is the writer.
   *
   * @throws dev.stateline.domain.error.ConflictException WRITER_FENCED, naming the holder
   * @throws dev.stateline.domain.error.InvalidInputException INVALID_STATUS_CHANGE
   */
  void changeStatus(SimulationId id, WriterEpoch epoch, StatusChange change);

  /**
   * Refuses what {@link #delete} would refuse for the sake of others, and changes nothing: asked
   * before the simulation is opened for that. A store that keeps no shared history has nothing to
   * refuse.
   *
   * @throws dev.stateline.domain.error.ConflictException STILL_NEEDED while another simulation's
   *     history rests on this one's
   */
  default void checkDeletable(SimulationId id) {}

  /**
   * Deletes a simulation with the history that is its own; the caller is the writer.
   *
   * @throws dev.stateline.domain.error.ConflictException WRITER_FENCED, or STILL_NEEDED while
   *     another simulation's history rests on this one's
   */
  void delete(SimulationId id, WriterEpoch epoch);
}
