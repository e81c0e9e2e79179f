package dev.stateline.domain.spi;

/** What a database is opened for. */
public enum AccessMode {
  /** Reading only: nothing is created, upgraded or locked for others. */
  READ_ONLY,
  /** Reading and writing; the database is created or upgraded where that is needed. */
  READ_WRITE
}
