package dev.stateline.benchmarks.measure;

import dev.stateline.benchmarks.store.Contender;
import java.util.Arrays;
import java.util.List;

/** What became of a history in its middle. */
enum Past {
  /** Nothing. */
  UNBROKEN(""),
  /** The second half goes on in a fork of the first. */
  FORKED(", forked"),
  /** The first half was copied to a new database, and the second goes on there. */
  TRANSFERRED(", transferred");

  private final String ending;

  Past(String ending) {
    this.ending = ending;
  }

  /** How a contender with such a history is called. */
  String name(Contender contender) {
    return contender.name() + ending;
  }

  /** All that a contender knows; none for one that neither forks nor transfers. */
  static List<Past> allOf(Contender contender) {
    List<Past> known = Arrays.stream(values()).filter(past -> past.isKnownTo(contender)).toList();
    return known.size() == 1 ? List.of() : known;
  }

  private boolean isKnownTo(Contender contender) {
    return switch (this) {
      case UNBROKEN -> true;
      case FORKED -> contender.forks();
      case TRANSFERRED -> contender.transfers();
    };
  }
}
