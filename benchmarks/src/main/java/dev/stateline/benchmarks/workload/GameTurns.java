package dev.stateline.benchmarks.workload;

import dev.stateline.benchmarks.workload.GameState.Move;
import dev.stateline.benchmarks.workload.GameState.Player;
import dev.stateline.codec.JacksonStateCodec;
import dev.stateline.domain.turn.Action;
import dev.stateline.domain.turn.Outcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Random;

/** The moves of a game: a player lays a card on a cell, scores, and draws another one. */
final class GameTurns implements Iterator<WorkTurn<GameState>> {

  private static final int PLAYERS = 4;
  private static final int HAND = 8;
  private static final int MOVES_SHOWN = 8;
  private static final int DECKS = 2;
  private static final JacksonStateCodec<Move> MOVES = JacksonStateCodec.of(Move.class);
  private static final JacksonStateCodec<Gain> GAINS = JacksonStateCodec.of(Gain.class);

  private final Random random;
  private final int side;
  private final List<List<Integer>> board = new ArrayList<>();
  private final List<Player> players = new ArrayList<>();
  private final List<String> stock = new ArrayList<>();
  private final List<Move> moves = new ArrayList<>();
  private int turn;

  record Gain(int points, int energy, String drawn) {}

  GameTurns(GameWorkload workload) {
    this.random = new Random(workload.seed());
    this.side = workload.side();
    for (int row = 0; row < side; row++) {
      board.add(Collections.nCopies(side, 0));
    }
    shuffle();
    for (int player = 1; player <= PLAYERS; player++) {
      List<String> hand = new ArrayList<>();
      for (int i = 0; i < HAND; i++) {
        hand.add(draw());
      }
      players.add(new Player("player " + player, 0, 10, hand, false));
    }
  }

  private void shuffle() {
    for (int deck = 0; deck < DECKS; deck++) {
      for (String suit : List.of("oak", "elm", "ash", "fir")) {
        for (int rank = 1; rank <= 13; rank++) {
          stock.add(suit + "-" + rank);
        }
      }
    }
    Collections.shuffle(stock, random);
  }

  private String draw() {
    if (stock.isEmpty()) {
      shuffle();
    }
    return stock.remove(stock.size() - 1);
  }

  @Override
  public boolean hasNext() {
    return true;
  }

  @Override
  public WorkTurn<GameState> next() {
    if (turn == 0) {
      return new WorkTurn<>(turn++, state(), List.of(), List.of());
    }
    int player = turn % PLAYERS;
    Player before = players.get(player);
    Move move = new Move(player, before.hand().get(0), random.nextInt(side), random.nextInt(side));
    Gain gain = new Gain(random.nextInt(10), random.nextInt(3) - 1, draw());
    lay(move);
    players.set(player, after(before, gain));
    Action action = new Action(before.name(), "lay", MOVES.encode(move));
    Outcome outcome = new Outcome(before.name(), "scored", GAINS.encode(gain));
    return new WorkTurn<>(turn++, state(), List.of(action), List.of(outcome));
  }

  private void lay(Move move) {
    List<Integer> row = new ArrayList<>(board.get(move.row()));
    row.set(move.column(), move.player() + 1);
    board.set(move.row(), row);
    moves.add(move);
    if (moves.size() > MOVES_SHOWN) {
      moves.remove(0);
    }
  }

  private static Player after(Player before, Gain gain) {
    List<String> hand = new ArrayList<>(before.hand().subList(1, before.hand().size()));
    hand.add(gain.drawn());
    return new Player(
        before.name(),
        before.score() + gain.points(),
        before.energy() + gain.energy(),
        hand,
        false);
  }

  private GameState state() {
    return new GameState(turn, (turn + 1) % PLAYERS, board, players, stock, moves);
  }
}
