package dev.stateline.benchmarks.store;

import dev.stateline.benchmarks.workload.WorkTurn;
import dev.stateline.benchmarks.workload.Workload;
import java.sql.SQLException;

/** An open store. Thread-safe: histories are written beside each other. */
public interface Store extends AutoCloseable {

  /**
   * Begins a history with its turn 0.
   *
   * @return the caller closes it
   */
  default <S> History<S> create(String name, Workload<S> workload, WorkTurn<S> first)
      throws SQLException {
    History<S> history = open(name, workload);
    history.append(first);
    return history;
  }

  /**
   * Opens a history that is there, to go on with it.
   *
   * @return the caller closes it
   */
  <S> History<S> open(String name, Workload<S> workload) throws SQLException;

  @Override
  void close() throws SQLException;
}
