package dev.stateline.persistence.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stateline.domain.measure.Figure;
import dev.stateline.domain.spi.Persistence;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.testkit.sample.SampleRun;
import dev.stateline.testkit.sample.Samples;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a database tells of its connections and of the states that it keeps in memory. */
class FiguresTest {

  private final SqliteFixture fixture = new SqliteFixture();

  @AfterEach
  void close() {
    fixture.close();
  }

  private static double value(List<Figure> figures, String name, Map<String, String> labels) {
    List<Figure> found =
        figures.stream()
            .filter(figure -> figure.name().equals(name) && figure.labels().equals(labels))
            .toList();
    assertThat(found).as(name + labels).hasSize(1);
    return found.get(0).value().getAsDouble();
  }

  @Test
  void what_is_read_again_is_counted_as_found() {
    try (Persistence persistence = fixture.open()) {
      Samples samples = new Samples();
      SampleRun run = SampleRun.begin(samples, persistence, samples.simulation("world").build());
      run.commit(3);
      List<Figure> figures = persistence.figures();
      long before = found(figures, "nothing");
      persistence.states().stateAt(run.id(), new TurnNumber(2));
      persistence.states().stateAt(run.id(), new TurnNumber(2));
      persistence.states().stateAt(run.id(), new TurnNumber(3));
      assertThat(found(figures, "nothing") - before).isOne();
      assertThat(found(figures, "state")).isOne();
      assertThat(found(figures, "base")).isOne();
      assertThat(value(figures, "cache_bytes", Map.of())).isPositive();
    }
  }

  private static long found(List<Figure> figures, String what) {
    return (long) value(figures, "cache_reads", Map.of("found", what));
  }

  @Test
  void no_connection_is_in_use_where_nobody_does_anything() {
    try (Persistence persistence = fixture.open()) {
      List<Figure> figures = persistence.figures();
      for (String pool : List.of("readers", "writers")) {
        assertThat(value(figures, "pool_connections", Map.of("pool", pool, "state", "active")))
            .isZero();
        assertThat(value(figures, "pool_waiting_threads", Map.of("pool", pool))).isZero();
        assertThat(value(figures, "pool_connections", Map.of("pool", pool, "state", "idle")))
            .isPositive();
      }
      assertThat(value(figures, "pool_most_connections", Map.of("pool", "writers"))).isOne();
    }
  }
}
