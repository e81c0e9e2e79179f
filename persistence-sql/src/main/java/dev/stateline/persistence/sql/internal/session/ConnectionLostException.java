package dev.stateline.persistence.sql.internal.session;

import dev.stateline.domain.error.StatelineException;

/** The connection went away while work was done, which may be done all the same. */
final class ConnectionLostException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final StatelineException error;
  private final boolean harmless;

  /**
   * @param harmless whether a connection was there, and was lost before the commit began
   */
  ConnectionLostException(StatelineException error, boolean harmless) {
    super(error);
    this.error = error;
    this.harmless = harmless;
  }

  boolean isHarmless() {
    return harmless;
  }

  StatelineException error() {
    return error;
  }
}
