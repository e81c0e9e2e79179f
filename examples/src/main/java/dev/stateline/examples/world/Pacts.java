package dev.stateline.examples.world;

import dev.stateline.examples.world.GeopoliticalState.Treaty;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The treaties in force while a turn is computed, each found from both of its sides. */
final class Pacts {

  static final String ALLIANCE = "alliance";
  static final String PEACE = "peace";
  static final String TRADE = "trade";

  /** All kinds, in the order in which the state lists them. */
  static final List<String> KINDS = List.of(ALLIANCE, PEACE, TRADE);

  private static final SortedMap<String, Treaty> NONE = Collections.emptySortedMap();

  private final SortedMap<String, SortedMap<String, SortedMap<String, Treaty>>> byKind =
      new TreeMap<>();

  Pacts() {
    KINDS.forEach(kind -> byKind.put(kind, new TreeMap<>()));
  }

  /** Puts a treaty in force, in place of one of the same kind and nations. */
  void sign(String kind, String one, String other, int since) {
    boolean ordered = one.compareTo(other) < 0;
    Treaty treaty = new Treaty(kind, ordered ? one : other, ordered ? other : one, since);
    SortedMap<String, SortedMap<String, Treaty>> pacts = byKind.get(kind);
    pacts.computeIfAbsent(one, iso -> new TreeMap<>()).put(other, treaty);
    pacts.computeIfAbsent(other, iso -> new TreeMap<>()).put(one, treaty);
  }

  void cancel(String kind, String one, String other) {
    if (bind(kind, one, other)) {
      byKind.get(kind).get(one).remove(other);
      byKind.get(kind).get(other).remove(one);
    }
  }

  /** Whether such a treaty binds the two. */
  boolean bind(String kind, String one, String other) {
    return of(kind, one).containsKey(other);
  }

  /** How many treaties bind the two. */
  int between(String one, String other) {
    int count = 0;
    for (String kind : KINDS) {
      count += bind(kind, one, other) ? 1 : 0;
    }
    return count;
  }

  /** Those with whom a nation has a treaty of this kind, in the order of their codes. */
  List<String> partners(String kind, String iso) {
    return List.copyOf(of(kind, iso).keySet());
  }

  /** Each treaty once, in the order of kinds and codes. */
  List<Treaty> all() {
    List<Treaty> all = new ArrayList<>();
    byKind.forEach(
        (kind, pacts) ->
            pacts.forEach(
                (iso, own) ->
                    own.values().stream().filter(t -> t.a().equals(iso)).forEach(all::add)));
    return all;
  }

  private SortedMap<String, Treaty> of(String kind, String iso) {
    return byKind.get(kind).getOrDefault(iso, NONE);
  }
}
