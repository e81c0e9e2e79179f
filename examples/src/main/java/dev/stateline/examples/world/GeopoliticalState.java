package dev.stateline.examples.world;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The world of the scenario {@code world} at the beginning of a year. Immutable.
 *
 * @param date the first day of the year that the figures belong to, ISO 8601
 * @param year the same year, as a number
 * @param frontier how rich the richest are, and how fast the world grows
 * @param nations by ISO 3166 alpha-3 code, in its order
 * @param treaties in the order of their kind and nations
 * @param sanctions in the order of their nations
 * @param conflicts the running ones, in the order in which they began
 * @param events the last notable ones, oldest first, at most {@value #EVENTS_KEPT}
 */
public record GeopoliticalState(
    String date,
    int year,
    Frontier frontier,
    SortedMap<String, Nation> nations,
    List<Treaty> treaties,
    List<Sanction> sanctions,
    List<Conflict> conflicts,
    List<Event> events) {

  /** How many events the state remembers; older ones are in the outcomes of their turns. */
  public static final int EVENTS_KEPT = 40;

  public GeopoliticalState {
    nations = Collections.unmodifiableSortedMap(new TreeMap<>(nations));
    treaties = List.copyOf(treaties);
    sanctions = List.copyOf(sanctions);
    conflicts = List.copyOf(conflicts);
    events = List.copyOf(events);
  }

  /**
   * The technology frontier and the tide that lifts all boats.
   *
   * @param income GDP per head of the richest tenth of mankind, 2011 international $
   * @param growth growth of GDP per head that all nations share, log points a year
   */
  public record Frontier(double income, double growth) {}

  /**
   * An agreement of two nations.
   *
   * @param kind {@code alliance}, {@code peace} or {@code trade}
   * @param a the nation whose code comes first
   * @param b the other
   * @param since the year of its conclusion
   */
  public record Treaty(String kind, String a, String b, int since) {}

  /**
   * An embargo.
   *
   * @param by who imposes it
   * @param on whom it hits
   * @param since the year of its beginning
   */
  public record Sanction(String by, String on, int since) {}

  /**
   * An armed conflict.
   *
   * @param kind {@code interstate} or {@code civil}
   * @param attackers the side that began it, its leader first; empty in a civil conflict
   * @param defenders the other side, its leader first; the nation itself in a civil conflict
   * @param since the year of its beginning
   * @param intensity 0.1 to 1; 1 is what the sources call a war (1,000 or more battle deaths a
   *     year)
   * @param deaths killed so far, persons
   */
  public record Conflict(
      String kind,
      List<String> attackers,
      List<String> defenders,
      int since,
      double intensity,
      double deaths) {

    public Conflict {
      attackers = List.copyOf(attackers);
      defenders = List.copyOf(defenders);
    }
  }

  /**
   * Something worth a headline.
   *
   * @param year when
   * @param kind what, for example {@code war_begun}
   * @param nations whom it concerns, the actor first
   * @param text one line for people
   */
  public record Event(int year, String kind, List<String> nations, String text) {

    public Event {
      nations = List.copyOf(nations);
    }
  }
}
