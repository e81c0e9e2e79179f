package dev.stateline.domain.spi;

/** What a database is opened for. */
public enum AccessMode {
  /**
   * Reading only: no database is created or upgraded, and no writer is held up. An adapter may need
   * files of its own beside the database even so, as SQLite does.
   */
  READ_ONLY,
  /** Reading and writing; the database is created or upgraded where that is needed. */
  READ_WRITE
}
