package dev.stateline.examples.world;

import dev.stateline.domain.engine.TurnRandom;
import dev.stateline.domain.turn.Action;
import dev.stateline.examples.world.GeopoliticalState.Conflict;
import dev.stateline.examples.world.data.WorldData;
import dev.stateline.examples.world.parameters.WorldParameters;
import java.util.Optional;

/**
 * When a nation ends a war, begins one, or threatens with one. The hazard of an attack grows with
 * the cube of tension, with the square of the attacker's superiority and with distance in UN votes;
 * it falls with income, with what binds the two, and where they share no border.
 */
final class Hostilities {

  private static final double UNIT_INCOME = 10_000;
  private static final double INCOME_ELASTICITY = 0.4;
  private static final double MOST_BELLICOSE = 2;
  private static final double DETERRENCE_OF_A_TREATY = 0.3;
  private static final double FRESH_LESSON = 0.3;
  private static final double TIRING = 0.15;
  private static final double CALLS_UP = 0.5;
  private static final double AT_ALL_FORCES = 0.8;

  private final WorldParameters.War war;

  Hostilities(WorldParameters parameters) {
    this.war = parameters.war();
  }

  Optional<Action> decide(Board board, Country country, TurnRandoms randoms) {
    TurnRandom random = randoms.of("war/" + country.iso);
    return peace(board, country, random)
        .or(() -> attack(board, country, random))
        .or(() -> mobilise(board, country, random));
  }

  private Optional<Action> peace(Board board, Country country, TurnRandom random) {
    for (Conflict conflict : board.conflicts) {
      Optional<String> enemy = enemy(conflict, country.iso);
      if (enemy.isPresent()) {
        double tired = war.peace() * (1 + TIRING * (board.year - conflict.since()));
        double losing = 2 * country.outweighedBy(board.nations.get(enemy.get()));
        if (random.nextDouble() < tired * StrictMath.max(0.5, losing)) {
          return enemy.map(iso -> Deeds.toward(country.iso, Deeds.MAKE_PEACE, iso));
        }
      }
    }
    return Optional.empty();
  }

  /** With whom a leader has to make peace: the other leader; with rebels, the nation itself. */
  private static Optional<String> enemy(Conflict conflict, String iso) {
    boolean defends = conflict.defenders().get(0).equals(iso);
    if (conflict.kind().equals(Board.CIVIL)) {
      return defends ? Optional.of(iso) : Optional.empty();
    }
    if (defends) {
      return Optional.of(conflict.attackers().get(0));
    }
    return conflict.attackers().get(0).equals(iso)
        ? Optional.of(conflict.defenders().get(0))
        : Optional.empty();
  }

  private Optional<Action> attack(Board board, Country country, TurnRandom random) {
    if (board.involvement(country.iso) > AT_ALL_FORCES) {
      return Optional.empty();
    }
    for (Country other : board.watched(country)) {
      boolean possible = !board.atWar(country.iso, other.iso);
      if (random.nextDouble() < hazard(board, country, other) && possible) {
        return Optional.of(Deeds.toward(country.iso, Deeds.ATTACK, other.iso));
      }
    }
    return Optional.empty();
  }

  /** The yearly hazard that a nation attacks another. */
  double hazard(Board board, Country country, Country other) {
    double tension = country.tension.get(other.iso);
    double superiority = 2 * (1 - country.outweighedBy(other));
    boolean near = WorldData.bundled().neighbours(country.iso).contains(other.iso);
    double restraint =
        StrictMath.min(
            MOST_BELLICOSE, StrictMath.pow(country.income() / UNIT_INCOME, -INCOME_ELASTICITY));
    boolean peace = board.pacts.bind(Pacts.PEACE, country.iso, other.iso);
    double ties =
        StrictMath.pow(DETERRENCE_OF_A_TREATY, board.pacts.between(country.iso, other.iso))
            * (peace ? FRESH_LESSON : 1);
    return war.attack()
        * tension
        * tension
        * tension
        * superiority
        * superiority
        * (near ? 1 : war.overseas())
        * (1 + country.distanceTo(other) / 2)
        * restraint
        * ties;
  }

  private Optional<Action> mobilise(Board board, Country country, TurnRandom random) {
    if (random.nextDouble() >= CALLS_UP) {
      return Optional.empty();
    }
    return board.watched(country).stream()
        .filter(other -> country.tension.get(other.iso) > war.mobiliseAt())
        .findFirst()
        .map(other -> Deeds.toward(country.iso, Deeds.MOBILISE, other.iso));
  }
}
