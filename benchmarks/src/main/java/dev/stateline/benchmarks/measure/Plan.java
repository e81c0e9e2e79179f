package dev.stateline.benchmarks.measure;

/**
 * How much is measured.
 *
 * @param turns how many are appended and counted
 * @param warmUp how many are appended before
 * @param block how many a contender appends before the next one's turn comes
 * @param reads how many single reads in a round
 * @param rounds how often reads and scans are measured
 */
public record Plan(int turns, int warmUp, int block, int reads, int rounds) {

  private static final int LARGE = 400_000;

  public Plan {
    if (turns < block || block < 1 || warmUp < 0 || reads < 1 || rounds < 1) {
      throw new IllegalArgumentException(
          "a plan has one block of turns, one read and one round at least");
    }
  }

  /** Enough turns for figures that are worth keeping. */
  public static Plan full() {
    return new Plan(2000, 200, 50, 100, 9);
  }

  /** A few minutes for everything. */
  public static Plan quick() {
    return new Plan(200, 40, 20, 40, 3);
  }

  public Plan withTurns(int number) {
    return new Plan(number, Math.min(warmUp, number), Math.min(block, number), reads, rounds);
  }

  Plan withRounds(int number) {
    return new Plan(turns, warmUp, block, reads, number);
  }

  /** The plan for a history that has so many turns already. */
  Plan ofTurns(int number) {
    return new Plan(number, 0, 1, reads, rounds);
  }

  /** The same history, of which the second half is counted. */
  Plan secondHalf() {
    int counted = Math.max(block, turns / 2);
    return new Plan(counted, warmUp + turns - counted, block, reads, rounds);
  }

  /** Fewer turns of large states, which take long and differ little. */
  public Plan forStatesOf(int bytes) {
    return bytes < LARGE
        ? this
        : new Plan(Math.max(10, turns / 5), Math.min(warmUp, 20), 10, reads, rounds);
  }

  /** What a reader should know of it. */
  public String sentence() {
    return turns
        + " turns (a fifth of that above 400 KB) after "
        + warmUp
        + " for warming up, in blocks of "
        + block
        + "; "
        + rounds
        + " rounds of reads";
  }

  /** The number of the last turn. */
  int lastTurn() {
    return warmUp + turns;
  }
}
