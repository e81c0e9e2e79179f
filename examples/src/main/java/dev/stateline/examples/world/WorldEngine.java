package dev.stateline.examples.world;

import dev.stateline.codec.JacksonStateCodec;
import dev.stateline.domain.engine.GameEngine;
import dev.stateline.domain.engine.TurnContext;
import dev.stateline.domain.engine.TurnResult;
import dev.stateline.domain.port.StateCodec;
import dev.stateline.domain.time.SimulatedTime;
import dev.stateline.domain.turn.Action;
import dev.stateline.domain.turn.Outcome;
import dev.stateline.examples.world.GeopoliticalState.Event;
import dev.stateline.examples.world.parameters.WorldParameters;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A year of the world: orders, diplomacy, wars, unrest, people, output, arms, opinions. */
final class WorldEngine implements GameEngine<GeopoliticalState> {

  private static final StateCodec<Event> EVENTS = JacksonStateCodec.of(Event.class);

  private final Diplomacy diplomacy;
  private final Wars wars;
  private final Unrest unrest;
  private final Orders orders;
  private final Rivalry rivalry;
  private final Demography demography;
  private final Economy economy;
  private final Armament armament;

  WorldEngine(WorldParameters parameters) {
    this.diplomacy = new Diplomacy(parameters);
    this.wars = new Wars(parameters);
    this.unrest = new Unrest(parameters);
    this.orders = new Orders(diplomacy, wars, unrest);
    this.rivalry = new Rivalry(parameters);
    this.demography = new Demography(parameters);
    this.economy = new Economy(parameters);
    this.armament = new Armament(parameters);
  }

  @Override
  public TurnResult<GeopoliticalState> processTurn(
      GeopoliticalState state, List<Action> actions, TurnContext context) {
    Board board = Board.of(state, state.year() + 1);
    TurnRandoms randoms = new TurnRandoms(context, "engine/");
    Orders.Offers offers = orders.carryOut(board, actions, randoms);
    diplomacy.review(board);
    wars.advance(board, offers, randoms);
    unrest.advance(board, offers, randoms);
    rivalry.remember(board);
    rivalry.advance(board);
    demography.advance(board);
    economy.advance(board, randoms);
    armament.advance(board);
    diplomacy.drift(board, randoms);
    GeopoliticalState next = board.toState();
    List<Outcome> outcomes = board.news.stream().map(WorldEngine::outcome).toList();
    return new TurnResult<>(next, Optional.of(time(next)), outcomes);
  }

  /** The first moment of the year that a state's figures belong to. */
  static SimulatedTime time(GeopoliticalState state) {
    return new SimulatedTime(Instant.parse(state.date() + "T00:00:00Z"));
  }

  private static Outcome outcome(Event event) {
    return new Outcome(event.nations().get(0), event.kind(), EVENTS.encode(event));
  }
}
