package dev.stateline.persistence.sql.internal.turn;

/**
 * Which earlier turn a state is stored as a difference to. Every 64th turn is stored whole. The
 * place of another turn among the 64, written in base 4, has its lowest digit that is not 0 put
 * down by one: turn 13 goes against 12, turn 12 against 8. So most turns go against the one before,
 * which is the most like them, and no read needs more than 10 rows; one chain of deltas would take
 * less, but reads up to 64.
 */
final class BaseTurns {

  /** Turns that are one step of a level, from the lowest level up. */
  private static final int[] STEPS = {1, 4, 16};

  private static final int KEYFRAME_EVERY = 64;

  /** How many earlier states the coming ones may go against. */
  static final int LEVELS = STEPS.length;

  private BaseTurns() {}

  /** Whether the state of a turn is stored whole. */
  static boolean isKeyframe(int turn) {
    return turn % KEYFRAME_EVERY == 0;
  }

  /** The turn that the state of one goes against that is no keyframe. */
  static int of(int turn) {
    return turn - STEPS[level(turn)];
  }

  /** The highest level whose steps lead to a turn. */
  static int level(int turn) {
    int level = 0;
    while (level + 1 < LEVELS && turn % STEPS[level + 1] == 0) {
      level++;
    }
    return level;
  }
}
