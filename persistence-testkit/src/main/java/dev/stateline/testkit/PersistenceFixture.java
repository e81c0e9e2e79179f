package dev.stateline.testkit;

import dev.stateline.domain.spi.Persistence;
import java.util.Set;

/**
 * What an adapter gives the contract: one database, made for one test and new to it. A fixture is
 * used by one thread.
 */
public interface PersistenceFixture extends AutoCloseable {

  /**
   * What an adapter promises beyond the ports. Of what it does not declare, the absence is tested.
   */
  enum Capability {
    /**
     * What was committed is there when the database is opened again. Without it, every opening is
     * of an empty database.
     */
    DURABLE,
    /** Two openings at a time are of one database. Without it, each has a database of its own. */
    SHARED,
    /** Simulations can be forked and rolled back. */
    BRANCH,
    /** Simulations of other databases can be taken in. */
    IMPORT
  }

  /** What the adapter promises; the same at every call. */
  Set<Capability> capabilities();

  /**
   * Opens the fixture's database for reading and writing. It is empty at the first opening. The
   * contract closes what it opened before it closes the fixture.
   */
  Persistence open();

  /**
   * Opens the fixture's database, which has been opened before, for reading only; one that is not
   * shared stays empty.
   */
  Persistence openForReading();

  /** Removes the database with all that belongs to it. */
  @Override
  void close();
}
