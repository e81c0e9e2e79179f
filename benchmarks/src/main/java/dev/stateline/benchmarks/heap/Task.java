package dev.stateline.benchmarks.heap;

import dev.stateline.benchmarks.measure.Measure;
import dev.stateline.benchmarks.store.Check;
import dev.stateline.benchmarks.store.History;
import java.sql.SQLException;
import java.util.Random;

/** What is tried in a small heap. */
enum Task {
  SCAN(Measure.SCAN) {
    @Override
    int run(History<?> history, int lastTurn) throws SQLException {
      history.scan(Check.SHA256);
      return lastTurn + 1;
    }
  },

  VERIFY(Measure.VERIFY) {
    @Override
    int run(History<?> history, int lastTurn) throws SQLException {
      return history.verify();
    }
  },

  READ(Measure.READS) {
    @Override
    int run(History<?> history, int lastTurn) throws SQLException {
      Random random = new Random(lastTurn);
      for (int i = 0; i < MANY_READS; i++) {
        history.read(random.nextInt(lastTurn + 1), Check.SHA256);
      }
      return MANY_READS;
    }
  };

  private static final int MANY_READS = 2000;

  private final Measure measure;

  Task(Measure measure) {
    this.measure = measure;
  }

  Measure measure() {
    return measure;
  }

  /**
   * @return how many turns were read
   */
  abstract int run(History<?> history, int lastTurn) throws SQLException;
}
