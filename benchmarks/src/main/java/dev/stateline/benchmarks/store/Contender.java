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

  /** Whether histories can be copied to another database. */
  default boolean transfers() {
    return false;
  }

  /**
   * Copies all histories of a database to another one that has none. Nobody has them open.
   *
   * @throws UnsupportedOperationException if it knows no such thing
   */
  default void transfer(Site from, Site to) throws SQLException {
    throw new UnsupportedOperationException(name() + " copies nothing to another database");
  }

  /**
   * Opens its tables in a database of its own, and makes them where there are none.
   *
   * @return the caller closes it
   */
  Store open(Site site) throws SQLException;
}
