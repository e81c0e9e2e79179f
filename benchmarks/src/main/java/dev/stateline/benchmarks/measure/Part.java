package dev.stateline.benchmarks.measure;

import java.util.Arrays;
import java.util.function.Predicate;

/** What can be measured by itself. The tables of most parts have titles of their own. */
public enum Part {
  MICRO("", Part::none, ""),
  PROCESSES(
      "whole processes",
      Part::none,
      "commands from start to end, the operating system's cache warm; the class archive was made"
          + " before."),
  RACES("", Part::all, ""),
  MOVED(
      "forked and transferred",
      name -> !name.equals("W4"),
      "as the others, but in the middle of its history a simulation is forked, or transferred to a"
          + " new database, and goes on there. What is appended after that is counted, and reads go"
          + " to all turns. Whoever has nothing but rows copies them."),
  SCALE(
      "growing",
      "W5-2"::equals,
      "one history of Stateline's, a column for each of its lengths on the way. \"Made in\" is the"
          + " time of all appends up to there; disk is without what an empty database takes. The"
          + " history of 100 turns that is opened beside it has a database of its own."),
  HEAP(
      "small heap",
      "W1-80"::equals,
      "a fresh process of Stateline's for each figure, with so much heap; 0 where it did not"
          + " suffice.");

  private final String words;
  private final Predicate<String> workloads;
  private final String note;

  Part(String words, Predicate<String> workloads, String note) {
    this.words = words;
    this.workloads = workloads;
    this.note = note;
  }

  private static boolean none(String workload) {
    return false;
  }

  private static boolean all(String workload) {
    return true;
  }

  /** Whether it is done with a workload where none was asked for by name. */
  public boolean usuallyTakes(String workload) {
    return workloads.test(workload);
  }

  /** Whether it is done on databases, with workloads. */
  public boolean isOfStores() {
    return this != MICRO && this != PROCESSES;
  }

  /** What a row of this part has in place of a workload's name, which may be empty. */
  public String title(String workload) {
    return workload.isEmpty() || words.isEmpty() ? workload + words : workload + ", " + words;
  }

  /** The part that gave a title to a row. */
  public static Part of(String title) {
    return Arrays.stream(values())
        .filter(part -> !part.words.isEmpty() && title.endsWith(part.words))
        .findFirst()
        .orElse(RACES);
  }

  /**
   * How its tables are to be read, as an item of a list in Markdown; empty if that is said
   * elsewhere.
   */
  public String note() {
    return note.isEmpty() ? "" : "- Tables named \"" + words + "\": " + note + "\n";
  }
}
