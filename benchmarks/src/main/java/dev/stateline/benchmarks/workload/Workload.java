package dev.stateline.benchmarks.workload;

import dev.stateline.domain.port.StateCodec;
import java.util.Iterator;

/**
 * A kind of run: an endless sequence of turns from 0 on, the same each time. Immutable.
 *
 * @param <S> the typed state
 */
public interface Workload<S> {

  /** Such as {@code W1-80}. */
  String name();

  /** What its states are, in a few words. */
  String description();

  /** How Stateline writes and reads its states. */
  StateCodec<S> codec();

  /** The class of its states, for those that write them in another way. */
  Class<S> stateType();

  /** A new walk through the turns, from turn 0 on; it does not end. */
  Iterator<WorkTurn<S>> turns();
}
