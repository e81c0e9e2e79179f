package dev.stateline.benchmarks.workload;

import java.util.List;

/**
 * A game at a table, as its server keeps it between two moves.
 *
 * @param turn moves that were made
 * @param board rows of cells; 0 is empty, else the player who holds it
 * @param stock cards that nobody has drawn yet
 */
public record GameState(
    int turn,
    int toMove,
    List<List<Integer>> board,
    List<Player> players,
    List<String> stock,
    List<Move> lastMoves) {

  public GameState {
    board = List.copyOf(board);
    players = List.copyOf(players);
    stock = List.copyOf(stock);
    lastMoves = List.copyOf(lastMoves);
  }

  /** Somebody at the table, with what all or only they can see. */
  public record Player(String name, int score, int energy, List<String> hand, boolean passed) {
    public Player {
      hand = List.copyOf(hand);
    }
  }

  /** What was done, and where. */
  public record Move(int player, String card, int row, int column) {}
}
