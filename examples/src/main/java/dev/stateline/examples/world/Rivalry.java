package dev.stateline.examples.world;

import dev.stateline.examples.world.parameters.Tension;
import dev.stateline.examples.world.parameters.WorldParameters;

/** Tension between neighbours and between great powers. */
final class Rivalry {

  private static final double IN_WAR = 1;

  private final Tension parameters;

  Rivalry(WorldParameters parameters) {
    this.parameters = parameters.tension();
  }

  /** Where the tension of two nations would come to rest, given how things stand. */
  double level(Board board, Country one, Country other) {
    if (board.atWar(one.iso, other.iso)) {
      return IN_WAR;
    }
    boolean sanctioned =
        board.sanctioned(one.iso, other.iso) || board.sanctioned(other.iso, one.iso);
    double level =
        parameters.base()
            + parameters.distance() * one.distanceTo(other)
            + parameters.memory() * (one.memory + other.memory) / 2
            + (sanctioned ? parameters.sanctions() : 0)
            + parameters.arms() * (one.armed + other.armed)
            - parameters.treaty() * board.pacts.between(one.iso, other.iso);
    return Rounding.clamp(level, 0, 1);
  }

  void advance(Board board) {
    for (Country one : board.nations.values()) {
      for (Country other : board.watched(one)) {
        if (one.iso.compareTo(other.iso) < 0) {
          double tension = (one.tension.get(other.iso) + other.tension.get(one.iso)) / 2;
          double way = level(board, one, other) - tension;
          board.setTension(one, other, tension + parameters.reversion() * way);
        }
      }
    }
  }

  /** Conflict is remembered, and slowly forgotten. */
  void remember(Board board) {
    for (Country country : board.nations.values()) {
      country.memory += parameters.fade() * (board.involvement(country.iso) - country.memory);
    }
  }
}
