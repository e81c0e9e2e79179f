package dev.stateline.persistence.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stateline.domain.history.Lineage;
import dev.stateline.domain.history.Segment;
import dev.stateline.domain.naming.SegmentId;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.naming.SimulationName;
import dev.stateline.domain.simulation.NewFork;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.spi.AccessMode;
import dev.stateline.domain.spi.Persistence;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.turn.State;
import dev.stateline.testkit.sample.SampleRun;
import dev.stateline.testkit.sample.Samples;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What forks cost in bytes. */
class ForkGrowthTest {

  private static final long MOST_BYTES = 2_000_000;

  /** As long as that of the bundled scenario. */
  private static final String CONFIG = "{\"parameters\":\"" + "x".repeat(975) + "\"}";

  @TempDir Path folder;

  private final Samples samples = new Samples();

  @Test
  void a_thousand_forks_in_the_middle_of_a_thousand_turns_add_less_than_two_megabytes()
      throws Exception {
    Path file = folder.resolve("test.db");
    SampleRun run;
    try (Persistence persistence = SqliteFixture.open(file, AccessMode.READ_WRITE)) {
      run =
          SampleRun.begin(
                  samples,
                  persistence,
                  samples.simulation("trunk").config(Samples.document(CONFIG)).build())
              .commit(1000);
    }
    long before = Files.size(file);
    try (Persistence persistence = SqliteFixture.open(file, AccessMode.READ_WRITE)) {
      forkMany(persistence, run);
    }
    assertThat(Files.size(file) - before).isBetween(1L, MOST_BYTES);
  }

  private void forkMany(Persistence persistence, SampleRun run) {
    Simulation trunk = persistence.simulations().find(run.id()).orElseThrow();
    Lineage lineage = persistence.simulations().lineage(run.id());
    State base = run.states().get(500);
    for (int i = 0; i < 1000; i++) {
      Segment segment =
          lineage.branch(
              new SegmentId(samples.next()),
              new SimulationId(samples.next()),
              new TurnNumber(500),
              Optional.empty(),
              samples.now());
      persistence
          .branches()
          .fork(
              NewFork.of(new SimulationName("fork-" + i), segment, base.ref()).like(trunk).build());
    }
  }
}
