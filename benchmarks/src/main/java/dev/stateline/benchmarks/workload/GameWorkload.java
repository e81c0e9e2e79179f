package dev.stateline.benchmarks.workload;

import dev.stateline.codec.JacksonStateCodec;
import dev.stateline.domain.port.StateCodec;
import java.util.Iterator;

/**
 * Small states, where the fixed cost of a turn counts: four players lay cards on a board.
 *
 * @param side rows and columns of the board
 */
record GameWorkload(String name, String description, int side, long seed)
    implements Workload<GameState> {

  private static final StateCodec<GameState> CODEC = JacksonStateCodec.of(GameState.class);

  @Override
  public StateCodec<GameState> codec() {
    return CODEC;
  }

  @Override
  public Class<GameState> stateType() {
    return GameState.class;
  }

  @Override
  public Iterator<WorkTurn<GameState>> turns() {
    return new GameTurns(this);
  }
}
