package dev.stateline.examples.world.data;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The bundled series, 1950 to 2022, and the land borders. Immutable; read once. */
public final class WorldData {

  public static final int LAST_YEAR = 2022;

  private static final class Holder {
    static final WorldData BUNDLED = new WorldData();
  }

  /**
   * One nation in one year.
   *
   * @param gdp 2011 international $
   * @param population persons
   * @param alignment UN ideal point
   * @param interstate 0 none, 1 minor, 2 war
   * @param civil 0 none, 1 minor, 2 war
   */
  public record Entry(
      String name,
      OptionalDouble gdp,
      OptionalDouble population,
      OptionalDouble alignment,
      int interstate,
      int civil) {

    public boolean counted() {
      return gdp.isPresent() && population.isPresent();
    }
  }

  private final SortedMap<String, SortedMap<Integer, Entry>> entries = new TreeMap<>();
  private final SortedMap<String, SortedSet<String>> borders = new TreeMap<>();

  private WorldData() {
    for (String[] row : Csv.rows("world-1950-2022.csv")) {
      entries
          .computeIfAbsent(row[0], iso -> new TreeMap<>())
          // In a year of unification there are two states of one code: the counted one is meant.
          .merge(Integer.parseInt(row[2]), entry(row), (a, b) -> b.counted() ? b : a);
    }
    for (String[] row : Csv.rows("land-borders.csv")) {
      borders.computeIfAbsent(row[0], iso -> new TreeSet<>()).add(row[1]);
      borders.computeIfAbsent(row[1], iso -> new TreeSet<>()).add(row[0]);
    }
  }

  public static WorldData bundled() {
    return Holder.BUNDLED;
  }

  private static Entry entry(String[] row) {
    OptionalDouble population = number(row[4], 1_000);
    OptionalDouble gdp =
        population.isPresent() ? number(row[3], population.getAsDouble()) : OptionalDouble.empty();
    return new Entry(
        row[1],
        gdp,
        population,
        number(row[5], 1),
        Integer.parseInt(row[6]),
        Integer.parseInt(row[7]));
  }

  private static OptionalDouble number(String cell, double unit) {
    return cell.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(Double.parseDouble(cell) * unit);
  }

  /** The nations with GDP and population in a year, in the order of their codes. */
  public List<String> countedIn(int year) {
    List<String> counted = new ArrayList<>();
    entries.forEach(
        (iso, years) -> {
          if (years.containsKey(year) && years.get(year).counted()) {
            counted.add(iso);
          }
        });
    return counted;
  }

  /** A nation's entries of the years up to one, inclusive, in their order. */
  SortedMap<Integer, Entry> until(String iso, int year) {
    return Collections.unmodifiableSortedMap(
        entries.getOrDefault(iso, new TreeMap<>()).headMap(year + 1));
  }

  /** What was measured in a year; for the back-test only. */
  public Entry measured(String iso, int year) {
    return entries.get(iso).get(year);
  }

  /** Those with whom a nation shares a land border. */
  public SortedSet<String> neighbours(String iso) {
    return Collections.unmodifiableSortedSet(borders.getOrDefault(iso, new TreeSet<>()));
  }
}
