package dev.stateline.domain.error;

/**
 * What kind of trouble an error is; callers decide by it, and the command line maps it to an exit
 * code.
 */
public enum ErrorCategory {
  /** The request itself is wrong: a bad value, a bad document, a refused operation. */
  CALLER,
  /** The simulation, turn, checkpoint or scenario that was asked for is not there. */
  NOT_FOUND,
  /** Somebody else holds, has or did what was asked for. */
  CONFLICT,
  /** The database cannot be reached or used now; trying again later may work. */
  UNAVAILABLE,
  /** Stored data is not what was written. */
  CORRUPT,
  /** A defect of an engine or of Stateline itself. */
  INTERNAL
}
