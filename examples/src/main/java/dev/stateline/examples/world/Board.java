package dev.stateline.examples.world;

import dev.stateline.examples.world.GeopoliticalState.Conflict;
import dev.stateline.examples.world.GeopoliticalState.Event;
import dev.stateline.examples.world.GeopoliticalState.Frontier;
import dev.stateline.examples.world.GeopoliticalState.Sanction;
import dev.stateline.examples.world.GeopoliticalState.Treaty;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The world while a turn is computed: the state, changeable, and what may be asked of it. */
final class Board {

  static final String CIVIL = "civil";
  static final String INTERSTATE = "interstate";

  final int year;
  double frontier;
  double trend;
  final SortedMap<String, Country> nations = new TreeMap<>();
  final Pacts pacts = new Pacts();
  final List<Conflict> conflicts = new ArrayList<>();

  /** What happened this turn, in its order. */
  final List<Event> news = new ArrayList<>();

  private final SortedMap<String, Sanction> sanctions = new TreeMap<>();
  private final List<Event> past = new ArrayList<>();

  Board(int year) {
    this.year = year;
  }

  /** The board on which a year is played, beginning from a state. */
  static Board of(GeopoliticalState state, int year) {
    Board board = new Board(year);
    board.frontier = state.frontier().income();
    board.trend = state.frontier().growth();
    state.nations().forEach((iso, nation) -> board.nations.put(iso, Country.of(iso, nation)));
    board.recall(state);
    board.past.addAll(state.events());
    return board;
  }

  /** Takes over what binds nations; an intervention may have taken one of them off the board. */
  private void recall(GeopoliticalState state) {
    for (Treaty treaty : state.treaties()) {
      if (nations.containsKey(treaty.a()) && nations.containsKey(treaty.b())) {
        pacts.sign(treaty.kind(), treaty.a(), treaty.b(), treaty.since());
      }
    }
    for (Sanction sanction : state.sanctions()) {
      if (nations.containsKey(sanction.by()) && nations.containsKey(sanction.on())) {
        impose(sanction);
      }
    }
    for (Conflict conflict : state.conflicts()) {
      if (nations.keySet().containsAll(conflict.attackers())
          && nations.keySet().containsAll(conflict.defenders())) {
        conflicts.add(conflict);
      }
    }
  }

  GeopoliticalState toState() {
    SortedMap<String, Nation> settled = new TreeMap<>();
    nations.forEach((iso, country) -> settled.put(iso, country.toNation()));
    List<Event> events = new ArrayList<>(past);
    events.addAll(news);
    int forgotten = StrictMath.max(0, events.size() - GeopoliticalState.EVENTS_KEPT);
    return new GeopoliticalState(
        date(year),
        year,
        new Frontier(Rounding.amount(frontier), Rounding.ratio(trend)),
        settled,
        pacts.all(),
        List.copyOf(sanctions.values()),
        conflicts,
        events.subList(forgotten, events.size()));
  }

  /** The first day of a year, ISO 8601. */
  static String date(int year) {
    return LocalDate.of(year, 1, 1).toString();
  }

  /** Writes news about nations on the board; the actor comes first. */
  void report(String kind, List<String> concerned, String text) {
    news.add(new Event(year, kind, concerned, text));
  }

  String name(String iso) {
    return nations.get(iso).name;
  }

  // Sanctions.

  Collection<Sanction> sanctions() {
    return sanctions.values();
  }

  void impose(Sanction sanction) {
    sanctions.put(sanction.by() + " " + sanction.on(), sanction);
  }

  void lift(String by, String on) {
    sanctions.remove(by + " " + on);
  }

  boolean sanctioned(String by, String on) {
    return sanctions.containsKey(by + " " + on);
  }

  // Tension.

  /** Sets it on both sides. */
  void setTension(Country one, Country other, double level) {
    double clamped = Rounding.clamp(level, 0, 1);
    one.tension.put(other.iso, clamped);
    other.tension.put(one.iso, clamped);
  }

  /**
   * Those of a nation's neighbours and rivals that are on the board, in the order of their codes.
   */
  List<Country> watched(Country country) {
    List<Country> watched = new ArrayList<>();
    for (String iso : country.tension.keySet()) {
      if (nations.containsKey(iso)) {
        watched.add(nations.get(iso));
      }
    }
    return watched;
  }

  /** How much a nation has to fear from those that it watches: 0 to 1.5. */
  double threat(Country country) {
    double threat = 0;
    for (Country other : watched(country)) {
      if (!pacts.bind(Pacts.ALLIANCE, country.iso, other.iso)) {
        threat += country.tension.get(other.iso) * country.outweighedBy(other);
      }
    }
    return StrictMath.min(1.5, threat);
  }

  /** The largest arsenals, largest first. */
  List<Country> greatPowers(int count) {
    return nations.values().stream()
        .sorted(Comparator.comparingDouble((Country c) -> -c.arsenal).thenComparing(c -> c.iso))
        .limit(count)
        .toList();
  }

  // Conflicts.

  boolean atWar(String one, String other) {
    for (Conflict conflict : conflicts) {
      List<String> attackers = conflict.attackers();
      List<String> defenders = conflict.defenders();
      if (attackers.contains(one) && defenders.contains(other)
          || attackers.contains(other) && defenders.contains(one)) {
        return true;
      }
    }
    return false;
  }

  boolean inCivilConflict(String iso) {
    return conflicts.stream().anyMatch(c -> c.kind().equals(CIVIL) && c.defenders().contains(iso));
  }

  /** The intensity of the worst conflict that a nation takes part in; 0 at peace. */
  double involvement(String iso) {
    return conflicts.stream()
        .filter(c -> c.attackers().contains(iso) || c.defenders().contains(iso))
        .mapToDouble(Conflict::intensity)
        .max()
        .orElse(0);
  }

  /** The intensity of the worst conflict on a nation's own soil; 0 if there is none. */
  double devastation(String iso) {
    return conflicts.stream()
        .filter(c -> c.defenders().indexOf(iso) == 0)
        .mapToDouble(Conflict::intensity)
        .max()
        .orElse(0);
  }
}
