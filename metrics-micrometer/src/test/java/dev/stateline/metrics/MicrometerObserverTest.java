package dev.stateline.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.measure.Amount;
import dev.stateline.domain.measure.Figure;
import dev.stateline.domain.measure.Operation;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class MicrometerObserverTest {

  private final MeterRegistry registry = new SimpleMeterRegistry();
  private final MicrometerObserver observer = MicrometerObserver.on(registry);

  private double counter(String name, String... tags) {
    return registry.get(name).tags(tags).counter().count();
  }

  @Test
  void a_registry_holds_nothing_before_there_is_something_to_measure() {
    assertThat(registry.getMeters()).isEmpty();
  }

  @Test
  void a_write_is_timed_and_counted_in_turns_and_bytes() {
    observer.done(Operation.APPEND, Duration.ofMillis(3), new Amount(2, 500, 70));
    observer.done(Operation.APPEND, Duration.ofMillis(5), new Amount(1, 100, 30));

    assertThat(registry.get("stateline.append").timer().count()).isEqualTo(2);
    assertThat(registry.get("stateline.append").timer().totalTime(TimeUnit.MILLISECONDS))
        .isEqualTo(8);
    assertThat(counter("stateline.written.turns")).isEqualTo(3);
    assertThat(counter("stateline.written.document")).isEqualTo(600);
    assertThat(counter("stateline.written.stored")).isEqualTo(100);
  }

  @Test
  void a_turn_counts_once_though_it_is_encoded_written_and_committed() {
    for (Operation step : List.of(Operation.ENCODE, Operation.APPEND, Operation.COMMIT)) {
      observer.done(step, Duration.ofMillis(1), new Amount(1, 100, 30));
    }
    assertThat(counter("stateline.written.turns")).isEqualTo(1);
    assertThat(registry.get("stateline.encode").timer().count()).isEqualTo(1);
    assertThat(registry.get("stateline.commit").timer().count()).isEqualTo(1);
  }

  @Test
  void reads_are_told_apart_by_what_was_read() {
    observer.done(Operation.READ_STATE, Duration.ofMillis(1), new Amount(1, 100, 0));
    observer.done(Operation.READ_TURNS, Duration.ofMillis(9), new Amount(20, 3000, 0));

    assertThat(registry.get("stateline.read").tag("what", "state").timer().count()).isEqualTo(1);
    assertThat(counter("stateline.read.turns", "what", "turns")).isEqualTo(20);
    assertThat(counter("stateline.read.document", "what", "state")).isEqualTo(100);
  }

  @Test
  void every_operation_has_a_timer() {
    for (Operation operation : Operation.values()) {
      observer.done(operation, Duration.ofMillis(1), Amount.NONE);
    }
    assertThat(registry.getMeters().stream().filter(m -> m.getId().getType() == Meter.Type.TIMER))
        .hasSameSizeAs(Operation.values());
  }

  @Test
  void what_fails_is_counted_by_its_code() {
    observer.failed(Operation.COMMIT, Duration.ZERO, ErrorCode.WRITER_FENCED);
    observer.failed(Operation.COMMIT, Duration.ZERO, ErrorCode.WRITER_FENCED);
    assertThat(counter("stateline.failures", "operation", "commit", "code", "writer-fenced"))
        .isEqualTo(2);
  }

  @Test
  void a_figure_is_looked_at_when_somebody_asks() {
    AtomicLong active = new AtomicLong(1);
    AtomicLong hits = new AtomicLong();
    observer.watch(
        List.of(
            Figure.level("pool_connections", "Open.", active::get).with("pool", "readers"),
            Figure.total("cache_hits", "Found.", hits::get)));
    active.set(7);
    hits.set(9);

    assertThat(registry.get("stateline.pool.connections").tag("pool", "readers").gauge().value())
        .isEqualTo(7);
    assertThat(registry.get("stateline.cache.hits").functionCounter().count()).isEqualTo(9);
  }

  @Test
  void figures_of_a_database_that_is_opened_again_take_the_place_of_the_former() {
    observer.watch(List.of(Figure.level("waiting_turns", "Waiting.", () -> 1)));
    MicrometerObserver.on(registry)
        .watch(List.of(Figure.level("waiting_turns", "Waiting.", () -> 2)));
    assertThat(registry.get("stateline.waiting.turns").gauge().value()).isEqualTo(2);
    assertThat(registry.getMeters()).hasSize(1);
  }

  @Test
  void several_databases_are_told_apart_by_their_tags() {
    for (String name : List.of("one", "two")) {
      MicrometerObserver tagged =
          MicrometerObserver.on(registry, List.of(Tag.of("database", name)));
      tagged.watch(List.of(Figure.level("waiting_turns", "Waiting.", name::length)));
      tagged.done(Operation.APPEND, Duration.ofMillis(1), new Amount(1, 1, 1));
    }
    assertThat(counter("stateline.written.turns", "database", "one")).isEqualTo(1);
    assertThat(registry.find("stateline.waiting.turns").gauges()).hasSize(2);
  }
}
