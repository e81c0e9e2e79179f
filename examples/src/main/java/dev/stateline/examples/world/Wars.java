package dev.stateline.examples.world;

import dev.stateline.domain.engine.TurnRandom;
import dev.stateline.examples.world.GeopoliticalState.Conflict;
import dev.stateline.examples.world.parameters.WorldParameters;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Wars between nations: who joins, how they go, how they end. */
final class Wars {

  private static final double LOWEST = 0.1;
  private static final double BEGINNING = 0.4;
  private static final double ESCALATION = 0.15;
  private static final double DEFENDERS_ALLY = 0.25;
  private static final double ATTACKERS_ALLY = 0.1;
  private static final int ALLIES_EACH = 3;
  private static final double ONE_SIDED_PEACE = 0.5;
  private static final double ROUT = 0.4;
  private static final double EXHAUSTION = 0.03;
  private static final double LOSSES = 0.1;
  private static final double DEATHS = 3_000;
  private static final double UNIT_POPULATION = 10_000_000;
  private static final double AFTERMATH = 0.5;

  private final WorldParameters.War parameters;

  Wars(WorldParameters parameters) {
    this.parameters = parameters.war();
  }

  /**
   * Begins a war unless the two are at war; treaties with the victim are broken, and allies may
   * join either side.
   */
  void begin(Board board, Country attacker, Country victim, TurnRandoms randoms) {
    if (board.atWar(attacker.iso, victim.iso)) {
      return;
    }
    for (String kind : Pacts.KINDS) {
      board.pacts.cancel(kind, attacker.iso, victim.iso);
    }
    TurnRandom random = randoms.of("war/" + attacker.iso + "-" + victim.iso);
    List<String> defenders = side(board, victim, attacker, DEFENDERS_ALLY, random, List.of());
    List<String> attackers = side(board, attacker, victim, ATTACKERS_ALLY, random, defenders);
    board.conflicts.add(
        new Conflict(Board.INTERSTATE, attackers, defenders, board.year, BEGINNING, 0));
    board.setTension(attacker, victim, 1);
    board.report(
        "war_begun",
        List.of(attacker.iso, victim.iso),
        attacker.name
            + " attacks "
            + victim.name
            + joined(board, attackers)
            + joined(board, defenders));
  }

  private static String joined(Board board, List<String> side) {
    String allies = side.stream().skip(1).map(board::name).collect(Collectors.joining(" and "));
    return allies.isEmpty() ? "" : "; " + allies + " on the side of " + board.name(side.get(0));
  }

  private static List<String> side(
      Board board,
      Country leader,
      Country enemy,
      double loyalty,
      TurnRandom random,
      List<String> against) {
    List<String> side = new ArrayList<>(List.of(leader.iso));
    for (String ally : board.pacts.partners(Pacts.ALLIANCE, leader.iso)) {
      boolean joins = random.nextDouble() < loyalty;
      boolean torn = ally.equals(enemy.iso) || against.contains(ally);
      boolean bound = board.pacts.bind(Pacts.ALLIANCE, ally, enemy.iso);
      if (joins && !torn && !bound && side.size() <= ALLIES_EACH) {
        side.add(ally);
      }
    }
    return side;
  }

  /** Fights each war for a year, or ends it. */
  void advance(Board board, Orders.Offers offers, TurnRandoms randoms) {
    for (Conflict war : List.copyOf(board.conflicts)) {
      if (war.kind().equals(Board.INTERSTATE)) {
        String name = "conduct/" + war.attackers().get(0) + "-" + war.defenders().get(0);
        conduct(board, war, offers, randoms.of(name));
      }
    }
  }

  private void conduct(Board board, Conflict war, Orders.Offers offers, TurnRandom random) {
    double ratio = forces(board, war.attackers()) / forces(board, war.defenders());
    double dice = random.nextDouble();
    double exhaustion = EXHAUSTION * (board.year - war.since());
    if (ratio >= parameters.rout() && dice < ROUT) {
      end(board, war, board.name(war.attackers().get(0)) + " wins the war against ");
    } else if (ratio <= 1 / parameters.rout() && dice < ROUT) {
      end(board, war, board.name(war.attackers().get(0)) + " loses the war against ");
    } else if (dice < exhaustion + peaceChance(war, offers)) {
      end(board, war, board.name(war.attackers().get(0)) + " makes peace with ");
    } else {
      fight(board, war, random);
    }
  }

  private static double forces(Board board, List<String> side) {
    double forces = 1;
    for (String iso : side) {
      forces += board.nations.get(iso).force();
    }
    return forces;
  }

  private static double peaceChance(Conflict war, Orders.Offers offers) {
    String attacker = war.attackers().get(0);
    String defender = war.defenders().get(0);
    boolean one = offers.peace.contains(attacker + " " + defender);
    boolean other = offers.peace.contains(defender + " " + attacker);
    return one && other ? 1 : one || other ? ONE_SIDED_PEACE : 0;
  }

  private static void fight(Board board, Conflict war, TurnRandom random) {
    double smaller = Double.MAX_VALUE;
    for (List<String> side : List.of(war.attackers(), war.defenders())) {
      for (String iso : side) {
        Country country = board.nations.get(iso);
        country.arsenal *= 1 - LOSSES * war.intensity();
        smaller = StrictMath.min(smaller, country.population);
      }
    }
    double intensity =
        Rounding.clamp(war.intensity() + ESCALATION * random.nextGaussian(), LOWEST, 1);
    double killed = DEATHS * intensity * StrictMath.sqrt(smaller / UNIT_POPULATION);
    replace(board, war, intensity, killed);
  }

  /** Writes a year of fighting down. */
  static void replace(Board board, Conflict conflict, double intensity, double killed) {
    board.conflicts.set(
        board.conflicts.indexOf(conflict),
        new Conflict(
            conflict.kind(),
            conflict.attackers(),
            conflict.defenders(),
            conflict.since(),
            Rounding.ratio(intensity),
            Rounding.amount(conflict.deaths() + killed)));
  }

  private static void end(Board board, Conflict war, String how) {
    board.conflicts.remove(war);
    for (String attacker : war.attackers()) {
      for (String defender : war.defenders()) {
        board.pacts.sign(Pacts.PEACE, attacker, defender, board.year);
        Country one = board.nations.get(attacker);
        Country other = board.nations.get(defender);
        if (one.tension.containsKey(defender)) {
          board.setTension(one, other, AFTERMATH);
        }
      }
    }
    String defender = war.defenders().get(0);
    board.report(
        "war_ended", List.of(war.attackers().get(0), defender), how + board.name(defender));
  }
}
