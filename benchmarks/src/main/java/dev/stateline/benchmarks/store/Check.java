package dev.stateline.benchmarks.store;

/** What is done with a document that was read. */
public enum Check {
  /** Nothing: whatever the database gives is believed. */
  NONE,
  /** Its bytes are hashed by SHA-256. */
  SHA256
}
