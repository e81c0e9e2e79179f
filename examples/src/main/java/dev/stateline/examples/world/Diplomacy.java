package dev.stateline.examples.world;

import dev.stateline.domain.engine.TurnRandom;
import dev.stateline.examples.world.GeopoliticalState.Treaty;
import dev.stateline.examples.world.parameters.WorldParameters;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Treaties, and how nations draw near to their partners. */
final class Diplomacy {

  private static final double TOO_TENSE_TO_TRADE = 0.5;
  private static final double TOO_TENSE_TO_ALLY = 0.35;
  private static final double BROKEN_AT = 0.6;
  private static final double ESTRANGED = 2;
  private static final double FARTHEST = 4;

  private final WorldParameters.Diplomacy parameters;
  private final double mediation;

  Diplomacy(WorldParameters parameters) {
    this.parameters = parameters.diplomacy();
    this.mediation = parameters.tension().mediation();
  }

  /** The tension that a mediator takes away at once. */
  double mediation() {
    return mediation;
  }

  /** Concludes a trade treaty if the other side will have it. */
  void offerTrade(Board board, Country actor, Country other) {
    boolean calm = tension(actor, other) < TOO_TENSE_TO_TRADE;
    if (open(board, Pacts.TRADE, actor, other) && calm) {
      board.pacts.sign(Pacts.TRADE, actor.iso, other.iso, board.year);
    }
  }

  /** Concludes an alliance if the other side will have it. */
  void offerAlliance(Board board, Country actor, Country other) {
    boolean near = actor.distanceTo(other) < parameters.likeness();
    boolean calm = tension(actor, other) < TOO_TENSE_TO_ALLY;
    if (open(board, Pacts.ALLIANCE, actor, other) && near && calm) {
      board.pacts.sign(Pacts.ALLIANCE, actor.iso, other.iso, board.year);
      board.report(
          "alliance",
          List.of(actor.iso, other.iso),
          actor.name + " and " + other.name + " become allies");
    }
  }

  /** Whether the two have no such treaty yet (both may offer it in one year) and are on terms. */
  private static boolean open(Board board, String kind, Country actor, Country other) {
    return !board.pacts.bind(kind, actor.iso, other.iso)
        && !board.sanctioned(other.iso, actor.iso)
        && !board.sanctioned(actor.iso, other.iso)
        && !board.atWar(actor.iso, other.iso);
  }

  private static double tension(Country actor, Country other) {
    return actor.tension.getOrDefault(other.iso, 0.0);
  }

  /** Ends what has run out or has become hollow. */
  void review(Board board) {
    for (Treaty treaty : board.pacts.all()) {
      Country a = board.nations.get(treaty.a());
      Country b = board.nations.get(treaty.b());
      if (hollow(board, treaty, a, b)) {
        board.pacts.cancel(treaty.kind(), treaty.a(), treaty.b());
        if (treaty.kind().equals(Pacts.ALLIANCE)) {
          board.report(
              "alliance_ended",
              List.of(a.iso, b.iso),
              a.name + " and " + b.name + " are allies no more");
        }
      }
    }
  }

  private boolean hollow(Board board, Treaty treaty, Country a, Country b) {
    return switch (treaty.kind()) {
      case Pacts.PEACE -> board.year - treaty.since() >= parameters.peaceYears();
      case Pacts.ALLIANCE ->
          tension(a, b) > BROKEN_AT || a.distanceTo(b) > ESTRANGED * parameters.likeness();
      default -> tension(a, b) > BROKEN_AT;
    };
  }

  /** Moves each nation's votes toward those of its partners, a little. */
  void drift(Board board, TurnRandoms randoms) {
    SortedMap<String, Double> moved = new TreeMap<>();
    for (Country country : board.nations.values()) {
      TurnRandom random = randoms.of("drift/" + country.iso);
      double way = partnersAlignment(board, country) - country.alignment;
      double noise = parameters.noise() * random.nextGaussian();
      double alignment = country.alignment + parameters.drift() * way + noise;
      moved.put(country.iso, Rounding.clamp(alignment, -FARTHEST, FARTHEST));
    }
    moved.forEach((iso, alignment) -> board.nations.get(iso).alignment = alignment);
  }

  /** The mean of its allies' and trade partners' alignment, allies counting twice. */
  private static double partnersAlignment(Board board, Country country) {
    double sum = 0;
    double weights = 0;
    for (String ally : board.pacts.partners(Pacts.ALLIANCE, country.iso)) {
      sum += 2 * board.nations.get(ally).alignment;
      weights += 2;
    }
    for (String partner : board.pacts.partners(Pacts.TRADE, country.iso)) {
      sum += board.nations.get(partner).alignment;
      weights += 1;
    }
    return weights > 0 ? sum / weights : country.alignment;
  }
}
