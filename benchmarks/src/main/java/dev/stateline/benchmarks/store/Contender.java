package dev.stateline.benchmarks.store;

import java.sql.SQLException;
import java.util.Set;

/** A way to keep the turns of simulations in a database. Immutable. */
public interface Contender {

  /** Such as {@code naive}; one of a kind on each kind of database. */
  String name();

  /** How its reads can be checked. */
  Set<Check> checks();

  /**
   * Opens its tables in a database of its own, and makes them where there are none.
   *
   * @return the caller closes it
   */
  Store open(Site site) throws SQLException;
}
