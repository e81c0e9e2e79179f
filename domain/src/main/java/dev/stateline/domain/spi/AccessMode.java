package dev.stateline.domain.spi;

/** What a database is opened for. */
public enum AccessMode {
  /**
   * Reading only: no database is created or upgraded, and no writer is held up. An adapter may need
   * files of its own beside the database even so, as SQLite does.
   */
  READ_ONLY,
  /** As {@link #READ_WRITE}, of a database that is there: it is upgraded, and never created. */
  READ_WRITE_EXISTING,
  /** Reading and writing; the database is created or upgraded where that is needed. */
  READ_WRITE;

  /** Whether it is opened for writing too. */
  public boolean isWritable() {
    return this != READ_ONLY;
  }

  /** Whether a database that is not there is created. */
  public boolean isCreating() {
    return this == READ_WRITE;
  }
}
