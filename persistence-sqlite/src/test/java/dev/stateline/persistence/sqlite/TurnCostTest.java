package dev.stateline.persistence.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stateline.domain.spi.AccessMode;
import dev.stateline.domain.spi.Persistence;
import dev.stateline.testkit.sample.SampleRun;
import dev.stateline.testkit.sample.Samples;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TurnCostTest {

  private static final int TURNS = 1_000;
  private static final int MOST_BYTES = 350;

  @TempDir Path folder;

  @Test
  void a_turn_takes_little_beside_its_documents() throws Exception {
    Path file = folder.resolve("test.db");
    Samples samples = new Samples();
    try (Persistence persistence = SqliteFixture.open(file, AccessMode.READ_WRITE)) {
      SampleRun.begin(samples, persistence, samples.simulation("world").build());
    }
    long before = Files.size(file);
    try (Persistence persistence = SqliteFixture.open(file, AccessMode.READ_WRITE)) {
      SampleRun.begin(samples, persistence, samples.simulation("other").build()).commit(TURNS);
    }
    long documents =
        Long.parseLong(
            new RawFile(file)
                .ask(
                    "SELECT sum(length(state_payload) + coalesce(length(actions_payload), 0)"
                        + " + coalesce(length(outcomes_payload), 0)) FROM turns")
                .get(0));
    assertThat((Files.size(file) - before - documents) / TURNS).isBetween(1L, (long) MOST_BYTES);
  }
}
