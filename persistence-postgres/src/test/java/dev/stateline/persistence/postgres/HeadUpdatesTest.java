package dev.stateline.persistence.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stateline.domain.spi.Persistence;
import dev.stateline.testkit.sample.SampleRun;
import dev.stateline.testkit.sample.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What moves each turn is updated in its page, without a word to any index. */
class HeadUpdatesTest {

  private static final int TURNS = 500;
  private static final int IN_PAGE = 475;
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @Test
  void nearly_all_updates_of_a_head_touch_no_index() {
    Map<String, String> database = TestServer.get().newMigratedDatabase();
    try {
      Samples samples = new Samples();
      try (Persistence persistence = PostgresFixture.open(database)) {
        SampleRun.begin(samples, persistence, samples.simulation("world").build()).commit(TURNS);
      }
      // A server's process counts in private, and tells at its end at the latest.
      Instant end = Instant.now().plus(PATIENCE);
      while (updates(database, "n_tup_upd") < TURNS && Instant.now().isBefore(end)) {
        Thread.onSpinWait();
      }
      assertThat(updates(database, "n_tup_upd")).isGreaterThanOrEqualTo(TURNS);
      assertThat(updates(database, "n_tup_hot_upd")).isGreaterThanOrEqualTo(IN_PAGE);
    } finally {
      TestServer.get().drop(database);
    }
  }

  private static long updates(Map<String, String> database, String counter) {
    return Long.parseLong(
        TestServer.get()
            .ask(
                database, "SELECT " + counter + " FROM pg_stat_user_tables WHERE relname = 'heads'")
            .get(0));
  }
}
