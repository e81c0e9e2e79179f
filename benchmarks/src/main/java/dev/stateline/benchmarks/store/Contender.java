package dev.stateline.benchmarks.store;

import dev.stateline.benchmarks.workload.Workload;
import java.sql.SQLException;
import java.util.Set;

/** A way to keep the turns of simulations in a database. Immutable. */
public interface Contender {

  /** Such as {@code naive}; one of a kind on each kind of database. */
  String name();

  /** Whether it can keep such states. */
  default boolean takes(Workload<?> workload) {
    return true;
  }

  /** How many turns of one block it can be waited for. */
  default int patience() {
    return Integer.MAX_VALUE;
  }

  /** How its reads can be checked; empty if it gives no whole state back. */
  Set<Check> checks();

  /** Whether a history can be made out of another. */
  boolean forks();

  /**
   * Opens its tables in a database of its own, and makes them where there are none.
   *
   * @return the caller closes it
   */
  Store open(Site site) throws SQLException;
}
