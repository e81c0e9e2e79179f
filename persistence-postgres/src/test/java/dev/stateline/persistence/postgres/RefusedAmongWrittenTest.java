package dev.stateline.persistence.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stateline.domain.commit.AppendResult;
import dev.stateline.domain.commit.TurnCommit;
import dev.stateline.domain.error.CorruptDataException;
import dev.stateline.domain.spi.Persistence;
import dev.stateline.testkit.sample.SampleRun;
import dev.stateline.testkit.sample.Samples;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is written in one text is written, whatever is found out later of those beside it. */
class RefusedAmongWrittenTest {

  private final Map<String, String> database = new HashMap<>(TestServer.get().newDatabase());

  @AfterEach
  void drop() {
    TestServer.get().drop(database);
  }

  @Test
  void a_reason_that_cannot_be_read_is_the_refused_turns_own() {
    try (Persistence persistence = PostgresFixture.open(database)) {
      Samples samples = new Samples();
      SampleRun sound = SampleRun.begin(samples, persistence, samples.simulation("sound").build());
      SampleRun moved = SampleRun.begin(samples, persistence, samples.simulation("moved").build());
      sound.commit(1);
      TurnCommit late = moved.next().document(Samples.document("\"late\"")).build();
      moved.commit(1);
      TestServer.get()
          .execute(
              database,
              "UPDATE heads SET chain_hash = '\\x00' WHERE simulation_id ="
                  + " (SELECT id FROM simulation_records WHERE name = 'moved')");

      List<AppendResult> results =
          persistence.states().appendAll(List.of(sound.next().build(), late));

      assertThat(results.get(0).committed()).isPresent();
      assertThat(results.get(0).committed().orElseThrow().head())
          .isEqualTo(persistence.states().head(sound.id()));
      assertThat(results.get(1).refusal())
          .hasValueSatisfying(
              refusal -> assertThat(refusal).isInstanceOf(CorruptDataException.class));
      assertThat(results.get(1).committed()).isEqualTo(Optional.empty());
    }
  }
}
