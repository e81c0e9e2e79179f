package dev.stateline.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stateline.application.Stateline;
import dev.stateline.application.manager.NewTurn;
import dev.stateline.application.manager.SimulationSpec;
import dev.stateline.application.manager.StateFormat;
import dev.stateline.application.manager.StateManager;
import dev.stateline.codec.JacksonStateCodec;
import dev.stateline.domain.document.Document;
import dev.stateline.domain.naming.SimulationName;
import dev.stateline.domain.spi.AccessMode;
import dev.stateline.domain.spi.Persistence;
import dev.stateline.domain.spi.PersistenceSettings;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.turn.Provenance;
import dev.stateline.metrics.MicrometerObserver;
import dev.stateline.persistence.sqlite.SqlitePersistenceProvider;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program that Stateline is a part of finds what turns cost among its own meters. */
class MeasuredProgramTest {

  private static final StateFormat<Count> FORMAT =
      new StateFormat<>(JacksonStateCodec.of(Count.class), 1);
  private static final Provenance PROVENANCE =
      new Provenance("counting", "1", Document.EMPTY_OBJECT.hash(), 0);

  record Count(int count) {}

  @TempDir private Path folder;

  private final MeterRegistry registry = new SimpleMeterRegistry();

  @Test
  void turns_reads_connections_and_the_queue_are_there() {
    PersistenceSettings settings =
        PersistenceSettings.of(
            Map.of("path", folder.resolve("a.db").toString()), AccessMode.READ_WRITE);
    try (Persistence persistence = new SqlitePersistenceProvider().open(settings)) {
      Stateline stateline =
          Stateline.builder()
              .persistence(persistence)
              .observer(MicrometerObserver.on(registry))
              .build();
      SimulationSpec<Count> spec =
          SimulationSpec.of(new SimulationName("a"), FORMAT, new Count(0), PROVENANCE).build();
      try (StateManager<Count> manager = stateline.create(spec)) {
        for (int turn = 1; turn <= 3; turn++) {
          manager.addState(NewTurn.of(new Count(turn)));
        }
        assertThat(manager.stateAt(new TurnNumber(2)).count()).isEqualTo(2);
      }

      double written = registry.get("stateline.written.turns").counter().count();
      assertThat(written).isEqualTo(3);
      for (String timer : new String[] {"encode", "append", "commit"}) {
        assertThat(registry.get("stateline." + timer).timer().count()).isEqualTo(3);
      }
      assertThat(registry.get("stateline.written.stored").counter().count()).isPositive();
      assertThat(registry.get("stateline.read").tag("what", "state").timer().count())
          .isGreaterThanOrEqualTo(1);
      assertThat(registry.find("stateline.pool.connections").gauges()).hasSize(4);
      assertThat(registry.get("stateline.waiting.turns").gauge().value()).isZero();
    }
  }
}
