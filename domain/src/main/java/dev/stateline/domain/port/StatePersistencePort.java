package dev.stateline.domain.port;

import dev.stateline.domain.commit.AppendResult;
import dev.stateline.domain.commit.Committed;
import dev.stateline.domain.commit.TurnCommit;
import dev.stateline.domain.error.StatelineException;
import dev.stateline.domain.history.Head;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.time.TurnRange;
import dev.stateline.domain.turn.State;
import dev.stateline.domain.turn.Transition;
import dev.stateline.domain.turn.Turn;
import dev.stateline.domain.turn.TurnRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Keeps the turns of simulations. Thread-safe.
 *
 * <p>All methods throw {@link dev.stateline.domain.error.UnavailableException} when the database
 * cannot be used, {@link dev.stateline.domain.error.CorruptDataException} when a value read is not
 * what was written, and {@link dev.stateline.domain.error.NotFoundException} SIMULATION_NOT_FOUND.
 */
public interface StatePersistencePort {

  Head head(SimulationId id);

  /**
   * Writes a turn and moves the head to it, atomically. When it returns, the turn is durable as far
   * as the adapter promises; when it throws, nothing was written.
   *
   * @throws dev.stateline.domain.error.ConflictException WRITER_FENCED if the epoch is no longer in
   *     force or its session was closed; else HEAD_MOVED if the head is in another place, or
   *     another content stands there; else NAME_TAKEN if the checkpoint's name is in use
   * @throws dev.stateline.domain.error.InvalidInputException if the turn lies on another segment
   *     than the one that the next turn is to be written to
   */
  Committed append(TurnCommit commit);

  /**
   * Does ahead what of an {@link #append} takes time and needs neither a lock nor the head to be
   * where the turn expects it: compression, for example. To be called in the order of the turns,
   * for the very commit that is appended next; an adapter may keep what it made for it. It changes
   * nothing that is stored, and fails never: what is wrong, the append says.
   */
  default void prepare(TurnCommit commit) {}

  /**
   * Writes turns of several simulations. An adapter that can makes one durable write of them; each
   * is written whole or refused all the same, and a refused one stands in no other's way. Several
   * turns of one simulation are written in their order.
   *
   * @return a result for each commit, in their order; refusals are those of {@link #append}
   * @throws dev.stateline.domain.error.StatelineException if none of them was written
   */
  default List<AppendResult> appendAll(List<TurnCommit> commits) {
    List<AppendResult> results = new ArrayList<>(commits.size());
    for (TurnCommit commit : commits) {
      try {
        results.add(AppendResult.written(append(commit)));
      } catch (StatelineException e) {
        results.add(AppendResult.refused(e));
      }
    }
    return results;
  }

  /**
   * How many calls of {@link #append} or {@link #appendAll} at the same time gain anything: more of
   * them would wait in line. 1 or more.
   */
  default int writesAtOnce() {
    return 1;
  }

  /**
   * A state; its document's hash has been checked. A state whose document was pruned is given
   * without it.
   *
   * @throws dev.stateline.domain.error.NotFoundException TURN_OUT_OF_RANGE after the head
   */
  State stateAt(SimulationId id, TurnNumber turn);

  /**
   * The transition that led to a turn, its documents' hashes checked; empty for turn 0.
   *
   * @throws dev.stateline.domain.error.NotFoundException TURN_OUT_OF_RANGE after the head
   */
  Optional<Transition> transitionAt(SimulationId id, TurnNumber turn);

  /**
   * The turns of a simulation's history in a range, from the earliest on, up to the head as it is
   * at the call. Rows are fetched as the stream is read; it must be closed. Reading a closed stream
   * throws {@link IllegalStateException}.
   */
  Stream<TurnRecord> history(SimulationId id, TurnRange range);

  /**
   * As {@link #history}, but with all documents, their hashes checked; and where an adapter seals
   * its rows, each row.
   */
  default Stream<Turn> turns(SimulationId id, TurnRange range) {
    return history(id, range)
        .map(turn -> new Turn(stateAt(id, turn.turn()), transitionAt(id, turn.turn())));
  }
}
