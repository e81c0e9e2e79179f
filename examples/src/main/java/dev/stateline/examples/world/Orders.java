package dev.stateline.examples.world;

import dev.stateline.domain.error.InvalidInputException;
import dev.stateline.domain.turn.Action;
import dev.stateline.examples.world.GeopoliticalState.Sanction;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Carries out what the nations decided, in their order. An order that makes no sense, as people and
 * agents may give, is refused with a report, and changes nothing.
 */
final class Orders {

  private static final double LARGEST_AMOUNT = 0.1;
  private static final double FULL_ALERT = 1;
  private static final double THREATENING = 0.1;
  private static final double AFFRONT = 0.05;

  private final Diplomacy diplomacy;
  private final Wars wars;
  private final Unrest unrest;

  Orders(Diplomacy diplomacy, Wars wars, Unrest unrest) {
    this.diplomacy = diplomacy;
    this.wars = wars;
    this.unrest = unrest;
  }

  /** What is offered this turn, to be settled when all orders are known. */
  static final class Offers {
    final Set<String> peace = new TreeSet<>();
    final Set<String> talks = new TreeSet<>();
  }

  Offers carryOut(Board board, List<Action> actions, TurnRandoms randoms) {
    Offers offers = new Offers();
    for (Action action : actions) {
      try {
        carryOut(board, action, offers, randoms);
      } catch (InvalidInputException e) {
        board.report("refused", List.of(action.actor()), action.kind() + ": " + e.getMessage());
      }
    }
    return offers;
  }

  private void carryOut(Board board, Action action, Offers offers, TurnRandoms randoms) {
    Country actor = find(board, action.actor());
    switch (action.kind()) {
      case Deeds.INVEST -> actor.investment += amount(action);
      case Deeds.ARM -> actor.spend(actor.effort + amount(action));
      case Deeds.DISARM -> actor.spend(actor.effort - amount(action));
      case Deeds.MAKE_PEACE -> makePeace(board, actor, Deeds.toward(action), offers);
      case Deeds.TRADE -> diplomacy.offerTrade(board, actor, other(board, actor, action));
      case Deeds.ALLY -> diplomacy.offerAlliance(board, actor, other(board, actor, action));
      case Deeds.SANCTION -> sanction(board, actor, other(board, actor, action));
      case Deeds.LIFT_SANCTION -> lift(board, actor, other(board, actor, action));
      case Deeds.MEDIATE -> mediate(board, actor, other(board, actor, action), offers);
      case Deeds.MOBILISE -> mobilise(board, actor, other(board, actor, action));
      case Deeds.ATTACK -> wars.begin(board, actor, other(board, actor, action), randoms);
      default -> throw new InvalidInputException("there is no such kind of action");
    }
  }

  private static Country find(Board board, String iso) {
    Country country = iso == null ? null : board.nations.get(iso);
    if (country == null) {
      throw new InvalidInputException("there is no nation " + iso);
    }
    return country;
  }

  private static Country other(Board board, Country actor, Action action) {
    Country other = find(board, Deeds.toward(action));
    if (other == actor) {
      throw new InvalidInputException("a nation cannot do this to itself");
    }
    return other;
  }

  private static double amount(Action action) {
    double amount = Deeds.amount(action);
    if (!(amount >= 0 && amount <= LARGEST_AMOUNT)) {
      throw new InvalidInputException(
          "an amount is a share of GDP from 0 to " + LARGEST_AMOUNT + ", not " + amount);
    }
    return amount;
  }

  private static void makePeace(Board board, Country actor, String iso, Offers offers) {
    offers.peace.add(actor.iso + " " + find(board, iso).iso);
  }

  private static void sanction(Board board, Country actor, Country other) {
    if (board.sanctioned(actor.iso, other.iso)) {
      throw new InvalidInputException(other.iso + " is under sanctions already");
    }
    board.impose(new Sanction(actor.iso, other.iso, board.year));
    board.pacts.cancel(Pacts.TRADE, actor.iso, other.iso);
    shift(board, actor, other, AFFRONT);
    board.report(
        "sanctions",
        List.of(actor.iso, other.iso),
        actor.name + " imposes sanctions on " + other.name);
  }

  private static void lift(Board board, Country actor, Country other) {
    if (!board.sanctioned(actor.iso, other.iso)) {
      throw new InvalidInputException(other.iso + " is not under sanctions");
    }
    board.lift(actor.iso, other.iso);
    board.report(
        "sanctions_lifted",
        List.of(actor.iso, other.iso),
        actor.name + " lifts its sanctions on " + other.name);
  }

  /** Calms all the quarrels of the nation that is helped, and brings rebels to the table. */
  private void mediate(Board board, Country actor, Country helped, Offers offers) {
    for (Country other : board.watched(helped)) {
      if (other != actor && !board.atWar(helped.iso, other.iso)) {
        shift(board, helped, other, -diplomacy.mediation());
      }
    }
    if (unrest.rages(board, helped)) {
      offers.talks.add(helped.iso);
    }
  }

  private static void mobilise(Board board, Country actor, Country other) {
    actor.alert = FULL_ALERT;
    shift(board, actor, other, THREATENING);
  }

  /** Only those who watch each other have a tension that can change. */
  private static void shift(Board board, Country one, Country other, double by) {
    if (one.tension.containsKey(other.iso)) {
      board.setTension(one, other, one.tension.get(other.iso) + by);
    }
  }
}
