package dev.stateline.benchmarks.workload;

import dev.stateline.codec.JacksonStateCodec;
import dev.stateline.domain.port.StateCodec;
import java.util.Iterator;

/**
 * World states of 200 nations, larger or smaller by how much is known of each.
 *
 * @param drifting how many numbers are others after a turn
 */
record WorldWorkload(String name, String description, Size size, int drifting, long seed)
    implements Workload<WorldState> {

  static final int NATIONS = 200;

  /** What a turn changes besides the numbers, on average: its own number, a third of an event. */
  private static final int OTHER_CHANGES = 2;

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

  /** A world in which a share of all leaves is other after a turn. */
  static WorldWorkload ofLeaves(
      String name, String description, Size size, double share, long seed) {
    int changed = (int) Math.rint(share * size.leaves());
    return new WorldWorkload(name, description, size, changed - OTHER_CHANGES, seed);
  }

  /** A world in which a share of the numbers is other after a turn. */
  static WorldWorkload ofNumbers(
      String name, String description, Size size, double share, long seed) {
    return new WorldWorkload(
        name, description, size, (int) Math.rint(share * size.numbers()), seed);
  }

  /**
   * How much is known of a world.
   *
   * @param indicators how many a nation has, besides its GDP
   * @param relations how many are kept
   * @param events how many are kept
   */
  record Size(int indicators, int relations, int events) {

    /** Those that drift. */
    int numbers() {
      return NATIONS * (1 + indicators) + relations;
    }

    int leaves() {
      return 1 + NATIONS * (1 + indicators) + 3 * relations + 4 * events;
    }
  }
}
