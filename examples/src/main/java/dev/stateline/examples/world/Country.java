package dev.stateline.examples.world;

import java.util.SortedMap;
import java.util.TreeMap;

/** A nation while a turn is computed: as {@link Nation}, but changeable. */
final class Country {

  static final double HIGHEST_EFFORT = 0.5;

  final String iso;
  final String name;
  double gdp;
  double population;
  double growth;
  double momentum;
  double births;
  double effort;
  double arsenal;
  double alert;
  double alignment;
  double memory;
  final SortedMap<String, Double> tension = new TreeMap<>();

  /** What it invests this turn beyond the usual, as a share of GDP. */
  double investment;

  /** How much its military effort rose this turn, as a share of GDP. */
  double armed;

  Country(String iso, String name) {
    this.iso = iso;
    this.name = name;
  }

  static Country of(String iso, Nation nation) {
    Country country = new Country(iso, nation.name());
    country.gdp = nation.gdp();
    country.population = nation.population();
    country.growth = nation.growth();
    country.momentum = nation.momentum();
    country.births = nation.births();
    country.effort = nation.military().effort();
    country.arsenal = nation.military().arsenal();
    country.alert = nation.military().alert();
    country.alignment = nation.alignment();
    country.memory = nation.memory();
    country.tension.putAll(nation.tension());
    return country;
  }

  Nation toNation() {
    tension.replaceAll((other, level) -> Rounding.ratio(level));
    return new Nation(
        name,
        Rounding.amount(gdp),
        Rounding.amount(population),
        Rounding.ratio(growth),
        Rounding.ratio(momentum),
        Rounding.ratio(births),
        new Nation.Military(
            Rounding.ratio(effort), Rounding.amount(arsenal), Rounding.ratio(alert)),
        Rounding.ratio(alignment),
        Rounding.ratio(memory),
        tension);
  }

  double income() {
    return gdp / population;
  }

  /** What it could bring into the field: its arsenal, more of it when mobilised. */
  double force() {
    return arsenal * (1 + alert);
  }

  void spend(double effort) {
    double before = this.effort;
    this.effort = Rounding.clamp(effort, 0, HIGHEST_EFFORT);
    armed += this.effort - before;
  }

  double distanceTo(Country other) {
    return StrictMath.abs(alignment - other.alignment);
  }

  /** The share of the other in the forces of the two. */
  double outweighedBy(Country other) {
    double both = force() + other.force();
    return both > 0 ? other.force() / both : 0.5;
  }
}
