package dev.stateline.application.compare;

/** What two runs can part in. */
public enum Aspect {
  ACTIONS,
  OUTCOMES,
  STATE,
  /** The simulated world's time. */
  TIMESTAMP
}
