package dev.stateline.domain.simulation;

import java.util.Locale;

/** Where a simulation stands in its life. */
public enum SimulationStatus {
  /** It has its initial state and has not been run. */
  CREATED,
  /** A writer runs it, or ran it and died. */
  RUNNING,
  /** Stopped on request before its last turn. */
  PAUSED,
  /** It reached the turn it was to stop at; it may be run further. */
  COMPLETED,
  /**
   * The engine or the action source threw; the head is the last whole turn, and it may be resumed.
   */
  FAILED,
  /** Kept for reading only. */
  ARCHIVED;

  /** Whether a simulation in this status may be put into the next one. */
  public boolean canBecome(SimulationStatus next) {
    return switch (next) {
      case CREATED -> false;
      case RUNNING -> this != ARCHIVED;
      case FAILED -> this == RUNNING;
      case COMPLETED, PAUSED -> this == RUNNING || this == ARCHIVED;
      case ARCHIVED -> this != ARCHIVED;
    };
  }

  /** The status of one whose head was put back: it has turns to run again. */
  public SimulationStatus afterRollback() {
    return this == CREATED ? CREATED : PAUSED;
  }

  /** The status as it is stored and printed, in lower case. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
