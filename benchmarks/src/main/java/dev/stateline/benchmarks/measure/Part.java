package dev.stateline.benchmarks.measure;

import java.util.Arrays;

/** What can be measured by itself. The tables of most parts have titles of their own. */
public enum Part {
  MICRO("", ""),
  RACES("", ""),
  MOVED(
      ", forked and transferred",
      "as the others, but in the middle of its history a simulation is forked, or transferred to a new database, and"
          + " goes on there; what is appended after that is counted, and reads go to all turns. Whoever has"
          + " nothing but rows copies them."),
  SCALE(
      ", growing",
      "one history of Stateline's, a column for each of its lengths on the way. \"Made in\" is the"
          + " time of all appends up to there; disk is without what an empty database takes. The"
          + " history of 100 turns that is opened beside it has a database of its own."),
  HEAP(
      ", small heap",
      "a fresh process of Stateline's for each figure, with so much heap; 0 where it did not"
          + " suffice.");

  private final String ending;
  private final String note;

  Part(String ending, String note) {
    this.ending = ending;
    this.note = note;
  }

  /** What a row of this part has in place of a workload's name. */
  public String title(String workload) {
    return workload + ending;
  }

  /** The part that gave a title to a row. */
  public static Part of(String title) {
    return Arrays.stream(values())
        .filter(part -> !part.ending.isEmpty() && title.endsWith(part.ending))
        .findFirst()
        .orElse(RACES);
  }

  /**
   * How its tables are to be read, as an item of a list in Markdown; empty if that is said
   * elsewhere.
   */
  public String note() {
    return note.isEmpty() ? "" : "- Tables named \"" + ending.substring(2) + "\": " + note + "\n";
  }
}
