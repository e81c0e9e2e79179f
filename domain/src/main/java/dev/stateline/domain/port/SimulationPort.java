package dev.stateline.domain.port;

import dev.stateline.domain.commit.TakeOver;
import dev.stateline.domain.commit.WriterEpoch;
import dev.stateline.domain.commit.WriterIdentity;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.InvalidInputException;
import dev.stateline.domain.history.Lineage;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.naming.SimulationName;
import dev.stateline.domain.simulation.NewFork;
import dev.stateline.domain.simulation.NewSimulation;
import dev.stateline.domain.simulation.Rollback;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.simulation.StatusChange;
import java.util.List;
import java.util.Optional;

/**
 * Keeps simulations: their names, heads, status and writers. Every method is atomic. Thread-safe.
 *
 * <p>All methods throw {@link dev.stateline.domain.error.UnavailableException} when the database
 * cannot be used and {@link dev.stateline.domain.error.CorruptDataException} when a row is not what
 * was written.
 */
public interface SimulationPort {

  /**
   * Writes a simulation with its root segment and its initial state. It is {@code created}, its
   * epoch 0.
   *
   * @throws dev.stateline.domain.error.ConflictException NAME_TAKEN
   */
  Simulation create(NewSimulation simulation);

  Optional<Simulation> find(SimulationId id);

  Optional<Simulation> find(SimulationName name);

  /**
   * The simulations whose id, printed, begins so; in the order of their ids.
   *
   * @param prefix hex digits and hyphens, in lower case
   * @param limit at most so many, 1 or more
   */
  List<Simulation> findByIdPrefix(String prefix, int limit);

  /**
   * One page of all simulations in the order of their ids, which is that of their creation.
   *
   * @param after the last one of the page before; empty for the first page
   * @param limit at most so many, 1 or more
   */
  List<Simulation> list(Optional<SimulationId> after, int limit);

  /**
   * Where each turn of a simulation is stored, and what it branched from.
   *
   * @throws dev.stateline.domain.error.NotFoundException SIMULATION_NOT_FOUND
   */
  Lineage lineage(SimulationId id);

  /**
   * Writes a simulation that branches from a turn of another; its history up to there is shared,
   * not copied. It is {@code created}, its epoch 0.
   *
   * @throws dev.stateline.domain.error.ConflictException NAME_TAKEN
   * @throws dev.stateline.domain.error.NotFoundException TURN_OUT_OF_RANGE if the parent segment
   *     does not hold the base at the branch turn, as when it was deleted meanwhile
   * @throws dev.stateline.domain.error.InvalidInputException if the chain hash of the first turn
   *     does not follow from the base; NOT_SUPPORTED if the adapter keeps no forks
   */
  default Simulation fork(NewFork fork) {
    throw new InvalidInputException(
        ErrorCode.NOT_SUPPORTED, "this database cannot fork simulations; its adapter has no forks");
  }

  /**
   * Puts a simulation's head back to an earlier turn of its history; the caller is the writer. What
   * comes after that stays as an archived simulation, with the checkpoints that lie there, or is
   * discarded. Forks are untouched. A simulation that ran to its end is {@code paused} then.
   *
   * @return the simulation as it is then
   * @throws dev.stateline.domain.error.NotFoundException SIMULATION_NOT_FOUND
   * @throws dev.stateline.domain.error.InvalidInputException INVALID_STATUS_CHANGE if it is
   *     archived; INVALID_VALUE if the rollback does not fit the history; NOT_SUPPORTED if the
   *     adapter keeps no forks
   * @throws dev.stateline.domain.error.ConflictException WRITER_FENCED; NAME_TAKEN by the tail;
   *     STILL_NEEDED if turns are to be discarded that another simulation's history or a named
   *     checkpoint rests on
   */
  default Simulation rollBack(Rollback rollback) {
    throw new InvalidInputException(
        ErrorCode.NOT_SUPPORTED,
        "this database cannot roll simulations back; its adapter has no forks");
  }

  /**
   * Makes the caller the simulation's one writer, and raises the epoch. A writer that died does not
   * stand in the way; a living one does, unless it is to be taken over.
   *
   * @param writer how the caller describes itself to others
   * @throws dev.stateline.domain.error.NotFoundException SIMULATION_NOT_FOUND
   * @throws dev.stateline.domain.error.ConflictException WRITER_PRESENT, naming the holder
   */
  WriterSession openForWriting(SimulationId id, WriterIdentity writer, TakeOver takeOver);

  /**
   * Changes the status; the caller is the writer.
   *
   * @throws dev.stateline.domain.error.NotFoundException SIMULATION_NOT_FOUND
   * @throws dev.stateline.domain.error.ConflictException WRITER_FENCED, naming the holder
   * @throws dev.stateline.domain.error.InvalidInputException INVALID_STATUS_CHANGE
   */
  void changeStatus(SimulationId id, WriterEpoch epoch, StatusChange change);

  /**
   * Deletes a simulation with the history that is its own; the caller is the writer.
   *
   * @throws dev.stateline.domain.error.NotFoundException SIMULATION_NOT_FOUND
   * @throws dev.stateline.domain.error.ConflictException WRITER_FENCED, or STILL_NEEDED while
   *     another simulation's history rests on this one's
   */
  void delete(SimulationId id, WriterEpoch epoch);
}
