package dev.stateline.persistence.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stateline.domain.measure.Figure;
import dev.stateline.domain.spi.Persistence;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a database tells of its connections. */
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
