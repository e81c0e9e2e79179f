package dev.stateline.examples.world;

import dev.stateline.domain.engine.TurnRandom;
import dev.stateline.domain.turn.Action;
import dev.stateline.examples.world.parameters.WorldParameters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a government seeks abroad in a year: the first of its wishes that applies. */
final class Overtures {

  private static final int TREATIES_WANTED = 3;
  private static final double CALM = 0.4;
  private static final double FORGIVEN = 0.35;
  private static final double THREATENED = 0.15;
  private static final double MEDIATORS_INCOME = 5_000;
  private static final double MEDIATION = 0.3;

  private final WorldParameters parameters;

  Overtures(WorldParameters parameters) {
    this.parameters = parameters;
  }

  /** Those whom everyone deals with, neighbours or not. */
  List<Country> powers(Board board) {
    return board.greatPowers(parameters.military().greatPowers());
  }

  Optional<Action> decide(Board board, Country country, List<Country> powers, TurnRandoms randoms) {
    TurnRandom random = randoms.of("abroad/" + country.iso);
    if (random.nextDouble() >= parameters.diplomacy().rate()) {
      return Optional.empty();
    }
    List<Country> others = new ArrayList<>(board.watched(country));
    powers.stream().filter(p -> p != country && !others.contains(p)).forEach(others::add);
    boolean mediates = random.nextDouble() < MEDIATION;
    return reconcile(board, country)
        .or(() -> punish(board, country, others))
        .or(() -> mediates ? mediate(board, country) : Optional.empty())
        .or(() -> ally(board, country, others))
        .or(() -> trade(board, country, others));
  }

  private Optional<Action> reconcile(Board board, Country country) {
    return board.sanctions().stream()
        .filter(s -> s.by().equals(country.iso))
        .map(s -> board.nations.get(s.on()))
        .filter(other -> country.tension.getOrDefault(other.iso, 0.0) < FORGIVEN)
        .filter(other -> !warmonger(board, other))
        .findFirst()
        .map(other -> Deeds.toward(country.iso, Deeds.LIFT_SANCTION, other.iso));
  }

  /** Sanctions hit a tense neighbour, and whoever wages a war of aggression on a friend. */
  private Optional<Action> punish(Board board, Country country, List<Country> others) {
    return others.stream()
        .filter(other -> !board.sanctioned(country.iso, other.iso))
        .filter(other -> !board.pacts.bind(Pacts.ALLIANCE, country.iso, other.iso))
        .filter(other -> tense(country, other) || strangerAtWar(board, country, other))
        .max(
            Comparator.comparingDouble(
                    (Country other) -> country.tension.getOrDefault(other.iso, 0.0))
                .thenComparing(other -> other.iso))
        .map(other -> Deeds.toward(country.iso, Deeds.SANCTION, other.iso));
  }

  private boolean tense(Country country, Country other) {
    return country.tension.getOrDefault(other.iso, 0.0) > parameters.diplomacy().sanctionAt();
  }

  private boolean strangerAtWar(Board board, Country country, Country other) {
    return warmonger(board, other)
        && country.distanceTo(other) > 2 * parameters.diplomacy().likeness();
  }

  private static boolean warmonger(Board board, Country other) {
    return board.conflicts.stream().anyMatch(c -> c.attackers().contains(other.iso));
  }

  /** Well-to-do nations at peace look after their neighbours' wars and quarrels. */
  private static Optional<Action> mediate(Board board, Country country) {
    if (country.income() < MEDIATORS_INCOME || board.involvement(country.iso) > 0) {
      return Optional.empty();
    }
    return board.watched(country).stream()
        .filter(other -> board.involvement(other.iso) > 0)
        .filter(other -> country.tension.get(other.iso) < CALM)
        .findFirst()
        .map(other -> Deeds.toward(country.iso, Deeds.MEDIATE, other.iso));
  }

  private Optional<Action> ally(Board board, Country country, List<Country> others) {
    if (board.threat(country) < THREATENED) {
      return Optional.empty();
    }
    return candidates(board, country, others, Pacts.ALLIANCE)
        .filter(other -> country.distanceTo(other) < parameters.diplomacy().likeness())
        .min(Comparator.comparingDouble(country::distanceTo).thenComparing(other -> other.iso))
        .map(other -> Deeds.toward(country.iso, Deeds.ALLY, other.iso));
  }

  private static Optional<Action> trade(Board board, Country country, List<Country> others) {
    return candidates(board, country, others, Pacts.TRADE)
        .max(
            Comparator.comparingDouble((Country other) -> other.gdp)
                .thenComparing(other -> other.iso))
        .map(other -> Deeds.toward(country.iso, Deeds.TRADE, other.iso));
  }

  private static Stream<Country> candidates(
      Board board, Country country, List<Country> others, String kind) {
    if (board.pacts.partners(kind, country.iso).size() >= TREATIES_WANTED) {
      return Stream.empty();
    }
    return others.stream()
        .filter(other -> !board.pacts.bind(kind, country.iso, other.iso))
        .filter(other -> country.tension.getOrDefault(other.iso, 0.0) < CALM)
        .filter(other -> !board.sanctioned(country.iso, other.iso))
        .filter(other -> !board.sanctioned(other.iso, country.iso));
  }
}
