package dev.stateline.domain.measure;

/** Work that is measured. */
public enum Operation {
  /** A turn was brought into canonical form, with its hashes; nothing was stored yet. */
  ENCODE,
  /** A turn was made durable: from the asking on, with the waiting for others' turns. */
  COMMIT,
  /** One durable write of the adapter's, of one turn or of several that gathered. */
  APPEND,
  /** A state was read. */
  READ_STATE,
  /** What led to a turn was read: actions and outcomes. */
  READ_TRANSITION,
  /** Records of turns were read, without their documents. */
  READ_HISTORY,
  /** Turns were read one after the other, with their documents. */
  READ_TURNS,
  /** Turns were read one after the other as they are stored, to be verified. */
  READ_AUDIT
}
