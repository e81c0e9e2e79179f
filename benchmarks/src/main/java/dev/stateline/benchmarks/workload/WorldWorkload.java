package dev.stateline.benchmarks.workload;

import dev.stateline.codec.JacksonStateCodec;
import dev.stateline.domain.port.StateCodec;
import java.util.Iterator;

/**
 * World states of 200 nations, larger or smaller by how much is known of each.
 *
 * @param indicators how many a nation has
 * @param relations how many are kept
 * @param events how many are kept
 * @param changed the share of leaves that are others after a turn
 */
record WorldWorkload(
    String name,
    String description,
    int indicators,
    int relations,
    int events,
    double changed,
    long seed)
    implements Workload<WorldState> {

  static final int NATIONS = 200;
  private static final StateCodec<WorldState> CODEC = JacksonStateCodec.of(WorldState.class);

  @Override
  public StateCodec<WorldState> codec() {
    return CODEC;
  }

  @Override
  public Class<WorldState> stateType() {
    return WorldState.class;
  }

  @Override
  public Iterator<WorkTurn<WorldState>> turns() {
    return new WorldTurns(this);
  }

  int numbers() {
    return NATIONS * (1 + indicators) + relations;
  }

  int leaves() {
    return 1 + NATIONS * (1 + indicators) + 3 * relations + 4 * events;
  }
}
