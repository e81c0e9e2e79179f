package dev.stateline.cli.output;

import java.util.Locale;

/** How data is printed. */
public enum OutputFormat {
  /** For people. */
  TABLE,
  /** An array of objects. */
  JSON,
  /** A line of names, then a line a row (RFC 4180). */
  CSV;

  /** The word for it on a command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
