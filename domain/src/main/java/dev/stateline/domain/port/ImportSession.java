package dev.stateline.domain.port;

import dev.stateline.domain.checkpoint.Checkpoint;
import dev.stateline.domain.history.Head;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.turn.Turn;
import java.util.List;
import java.util.stream.Stream;

/** An import under way. Not thread-safe. */
public interface ImportSession extends AutoCloseable {

  /** The last turn that is there. */
  Head head();

  /**
   * Takes in turns, all or none. When it returns they are durable.
   *
   * @param turns those that follow the head, in order and without gap
   * @throws dev.stateline.domain.error.InvalidInputException if a turn's number, segment or chain
   *     hash does not follow from the one before it
   * @throws dev.stateline.domain.error.ConflictException WRITER_FENCED if the import was discarded;
   *     HISTORY_DIVERGED if the first turn does not follow from what is here
   */
  void add(List<Turn> turns);

  /**
   * Makes the simulation visible, with its checkpoints, at once. The session is over then.
   *
   * @param checkpoints all that the simulation has; read once, and not kept
   * @throws dev.stateline.domain.error.InvalidInputException if the head is not the simulation's,
   *     or a checkpoint names no state of its history
   * @throws dev.stateline.domain.error.ConflictException WRITER_FENCED if the import was discarded;
   *     HISTORY_DIVERGED if its last turn has another content here
   */
  Simulation publish(Stream<Checkpoint> checkpoints);

  /** Leaves the import as it is, for another session to go on with. Closing never throws. */
  @Override
  void close();
}
