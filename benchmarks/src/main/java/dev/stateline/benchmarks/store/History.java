package dev.stateline.benchmarks.store;

import dev.stateline.benchmarks.workload.WorkTurn;
import java.sql.SQLException;
import java.util.List;

/**
 * The turns of one simulation. Not thread-safe.
 *
 * @param <S> the typed state
 */
public interface History<S> extends AutoCloseable {

  /** Writes the next turn: its state, actions and outcomes; it is durable on return. */
  void append(WorkTurn<S> turn) throws SQLException;

  /**
   * Writes turns as fast as the store takes them, one after the other; all are durable on return.
   */
  default void appendAll(List<WorkTurn<S>> turns) throws SQLException {
    for (WorkTurn<S> turn : turns) {
      append(turn);
    }
  }

  /**
   * Reads the state of a turn as JSON.
   *
   * @return the text's bytes
   */
  int read(int turn, Check check) throws SQLException;

  /** The state of a turn as JSON, whatever the order of its keys. */
  String text(int turn) throws SQLException;

  /**
   * Reads states, actions and outcomes of all turns, the earliest first.
   *
   * @return the bytes of all states' texts
   */
  long scan(Check check) throws SQLException;

  /**
   * Makes a history of its own out of this one up to a turn.
   *
   * @throws UnsupportedOperationException if the store knows no such thing
   */
  void fork(int turn, String name) throws SQLException;

  /**
   * Reads everything again, and requires that it is as it was written.
   *
   * @return the number of turns, turn 0 included
   * @throws UnsupportedOperationException if the store knows no such thing
   */
  default int verify() throws SQLException {
    throw new UnsupportedOperationException("this store cannot verify what it holds");
  }

  @Override
  void close() throws SQLException;
}
