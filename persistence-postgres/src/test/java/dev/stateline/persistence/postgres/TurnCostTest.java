package dev.stateline.persistence.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stateline.domain.spi.Persistence;
import dev.stateline.testkit.sample.SampleRun;
import dev.stateline.testkit.sample.Samples;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TurnCostTest {

  private static final int TURNS = 1_000;
  private static final int MOST_BYTES = 450;
  private static final String SIZE =
      "SELECT pg_total_relation_size('turns') + pg_total_relation_size('heads')"
          + " + pg_total_relation_size('provenances')";

  @Test
  void a_turn_takes_little_beside_its_documents() {
    Map<String, String> database = TestServer.get().newMigratedDatabase();
    try {
      Samples samples = new Samples();
      long before;
      try (Persistence persistence = PostgresFixture.open(database)) {
        SampleRun run = SampleRun.begin(samples, persistence, samples.simulation("world").build());
        before = number(database, SIZE);
        run.commit(TURNS);
      }
      long documents =
          number(
              database,
              "SELECT sum(length(state_payload) + coalesce(length(actions_payload), 0)"
                  + " + coalesce(length(outcomes_payload), 0)) FROM turns");
      assertThat((number(database, SIZE) - before - documents) / TURNS)
          .isBetween(1L, (long) MOST_BYTES);
    } finally {
      TestServer.get().drop(database);
    }
  }

  private static long number(Map<String, String> database, String question) {
    return Long.parseLong(TestServer.get().ask(database, question).get(0));
  }
}
