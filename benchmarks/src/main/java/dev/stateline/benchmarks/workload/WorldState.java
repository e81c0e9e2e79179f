package dev.stateline.benchmarks.workload;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A world of nations, as simulations of politics keep it.
 *
 * @param nations by code
 * @param events the last notable ones
 */
public record WorldState(
    int turn, SortedMap<String, Nation> nations, List<Relation> relations, List<Event> events) {

  public WorldState {
    nations = Collections.unmodifiableSortedMap(new TreeMap<>(nations));
    relations = List.copyOf(relations);
    events = List.copyOf(events);
  }

  /**
   * A nation.
   *
   * @param indicators by name
   */
  public record Nation(double gdp, SortedMap<String, Double> indicators) {
    public Nation {
      indicators = Collections.unmodifiableSortedMap(indicators);
    }
  }

  /**
   * How two nations stand.
   *
   * @param level from -1, war, to 1
   */
  public record Relation(String a, String b, double level) {}

  /** Something that happened. */
  public record Event(int turn, String kind, String nation, String text) {}
}
