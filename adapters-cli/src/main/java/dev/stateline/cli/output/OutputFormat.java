package dev.stateline.cli.output;

/** How data is printed. */
public enum OutputFormat {
  /** For people. */
  TABLE,
  /** An array of objects. */
  JSON,
  /** A line of names, then a line a row (RFC 4180). */
  CSV
}
