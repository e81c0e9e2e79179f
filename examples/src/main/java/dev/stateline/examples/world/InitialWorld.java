package dev.stateline.examples.world;

import dev.stateline.examples.world.GeopoliticalState.Conflict;
import dev.stateline.examples.world.data.Past;
import dev.stateline.examples.world.data.WorldData;
import dev.stateline.examples.world.parameters.Growth;
import dev.stateline.examples.world.parameters.WorldParameters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Builds the world of the start year from what was known then. */
final class InitialWorld {

  private static final double MINOR = 0.3;
  private static final int ALIGNMENT_HOLDS = 10;
  private static final int TREATIES_EACH = 3;
  private static final double CALM = 0.35;
  private static final double EXPECTED_GROWTH = 0.03;

  private final WorldData data;
  private final WorldParameters parameters;
  private final Board board;
  private final SortedMap<String, Past> pasts = new TreeMap<>();

  InitialWorld(WorldData data, WorldParameters parameters) {
    this.data = data;
    this.parameters = parameters;
    this.board = new Board(parameters.startYear());
  }

  /** The state before the first turn; it holds no chance. */
  GeopoliticalState build() {
    int year = parameters.startYear();
    for (String iso : data.countedIn(year)) {
      Past past = new Past(data, iso, year);
      pasts.put(iso, past);
      board.nations.put(iso, country(iso, past));
    }
    board.frontier = Economy.frontier(board);
    measureMomentum();
    fillAlignment();
    watchNeighbours();
    pasts.forEach(this::continueConflicts);
    new Armament(parameters).settle(board, EXPECTED_GROWTH);
    watchRivals();
    concludeTreaties();
    return board.toState();
  }

  private Country country(String iso, Past past) {
    Country country = new Country(iso, past.now().name());
    country.gdp = past.now().gdp().getAsDouble();
    country.population = past.now().population().getAsDouble();
    country.growth = Past.mean(past.gdpGrowth(1), 0);
    country.births = new Demography(parameters).measured(past, country.income(), board.year);
    country.alignment = past.alignment(ALIGNMENT_HOLDS);
    country.memory = past.memory(parameters.tension().fade());
    return country;
  }

  /**
   * The lead over the common trend in the measured past, each year's part of it counting as much as
   * there are years: one bad year before the start foretells little.
   */
  private void measureMomentum() {
    Growth growth = parameters.growth();
    List<Double> means = new ArrayList<>();
    pasts.values().stream()
        .map(past -> past.incomeGrowth(growth.history()))
        .filter(years -> !years.isEmpty())
        .forEach(years -> means.add(measured(years)));
    means.sort(Comparator.naturalOrder());
    board.trend = means.isEmpty() ? growth.frontier() : means.get(means.size() / 2);
    pasts.forEach(
        (iso, past) -> {
          List<Double> years = past.incomeGrowth(growth.history());
          double credit = growth.momentumWeight() * years.size() / growth.history();
          board.nations.get(iso).momentum =
              years.isEmpty() ? 0 : credit * (measured(years) - board.trend);
        });
  }

  private double measured(List<Double> years) {
    return Rounding.clamp(
        Past.mean(years, 0), parameters.growth().floor(), parameters.growth().ceiling());
  }

  /** Who has not voted for long stands where the neighbours stand, or in the world's middle. */
  private void fillAlignment() {
    double world = meanAlignment(List.copyOf(board.nations.values()), 0);
    SortedMap<String, Double> filled = new TreeMap<>();
    for (Country country : board.nations.values()) {
      if (Double.isNaN(country.alignment)) {
        filled.put(country.iso, meanAlignment(neighbours(country), world));
      }
    }
    filled.forEach((iso, alignment) -> board.nations.get(iso).alignment = alignment);
  }

  private static double meanAlignment(List<Country> countries, double otherwise) {
    return countries.stream()
        .mapToDouble(country -> country.alignment)
        .filter(alignment -> !Double.isNaN(alignment))
        .average()
        .orElse(otherwise);
  }

  private List<Country> neighbours(Country country) {
    return data.neighbours(country.iso).stream()
        .filter(board.nations::containsKey)
        .map(board.nations::get)
        .toList();
  }

  private void watchNeighbours() {
    for (Country country : board.nations.values()) {
      neighbours(country).forEach(other -> watch(country, other));
    }
  }

  private void watchRivals() {
    List<Country> powers = board.greatPowers(parameters.military().greatPowers());
    for (Country power : powers) {
      powers.stream().filter(other -> other != power).forEach(other -> watch(power, other));
    }
  }

  private void watch(Country country, Country other) {
    board.setTension(country, other, new Rivalry(parameters).level(board, country, other));
  }

  /** The sources name no opponents: two neighbours that are both at war are at war together. */
  private void continueConflicts(String iso, Past past) {
    Country country = board.nations.get(iso);
    if (past.now().civil() > 0) {
      begin(Board.CIVIL, List.of(), iso, past.now().civil());
    }
    for (Country other : neighbours(country)) {
      int level = StrictMath.min(past.now().interstate(), pasts.get(other.iso).now().interstate());
      if (level > 0 && country.population > other.population) {
        begin(Board.INTERSTATE, List.of(iso), other.iso, level);
        board.setTension(country, other, 1);
      }
    }
  }

  private void begin(String kind, List<String> attackers, String defender, int level) {
    board.conflicts.add(
        new Conflict(kind, attackers, List.of(defender), board.year, level > 1 ? 1 : MINOR, 0));
  }

  /** A rule, not data: like-minded nations begin as allies, calm neighbours trade. */
  private void concludeTreaties() {
    List<Country> powers = board.greatPowers(parameters.military().greatPowers());
    for (Country country : board.nations.values()) {
      List<Country> within = new ArrayList<>(board.watched(country));
      powers.stream().filter(p -> p != country && !within.contains(p)).forEach(within::add);
      within.removeIf(other -> country.tension.getOrDefault(other.iso, 0.0) > CALM);
      within.stream()
          .filter(other -> country.distanceTo(other) < parameters.diplomacy().likeness() / 2)
          .sorted(Comparator.comparingDouble(country::distanceTo))
          .limit(TREATIES_EACH)
          .forEach(other -> board.pacts.sign(Pacts.ALLIANCE, country.iso, other.iso, board.year));
      within.stream()
          .sorted(Comparator.comparingDouble((Country other) -> -other.gdp))
          .limit(TREATIES_EACH)
          .forEach(other -> board.pacts.sign(Pacts.TRADE, country.iso, other.iso, board.year));
    }
  }
}
