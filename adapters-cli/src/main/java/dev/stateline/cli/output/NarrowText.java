package dev.stateline.cli.output;

/** Texts in fewer columns, for terminals that are too narrow for a line a row. */
public final class NarrowText {

  // The milliseconds of a UUID of version 7 (RFC 9562, 5.7); 8 characters would be one minute.
  private static final int ID_BEGINNING = 13;

  private NarrowText() {}

  /** The beginning of an id, which tells it from those of other milliseconds. */
  public static String ofId(String id) {
    return id.substring(0, Math.min(ID_BEGINNING, id.length()));
  }

  /** A moment in whole seconds. */
  public static String ofMoment(String moment) {
    return moment.replaceFirst("\\.\\d+Z$", "Z");
  }

  /** A moment of a simulated world: the beginning of a day as its date. */
  public static String ofWorldTime(String moment) {
    return ofMoment(moment).replaceFirst("T00:00:00Z$", "");
  }
}
