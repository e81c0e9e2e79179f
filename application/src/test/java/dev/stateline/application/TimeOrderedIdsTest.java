package dev.stateline.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stateline.application.testworld.SettableClock;
import dev.stateline.application.testworld.TownStore;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TimeOrderedIdsTest {

  private static final RandomGenerator ZEROS = () -> 0L;
  private static final RandomGenerator ONES = () -> -1L;

  private final SettableClock clock = new SettableClock(TownStore.NOW);

  private static long millis(UUID id) {
    return id.getMostSignificantBits() >>> 16;
  }

  private static int counter(UUID id) {
    return (int) (id.getMostSignificantBits() & 0xFFF);
  }

  private static void assertIncreasing(List<UUID> ids) {
    assertThat(ids).isSorted().doesNotHaveDuplicates();
    assertThat(ids.stream().map(UUID::toString)).isSorted();
  }

  @Test
  void an_id_is_of_version_7_and_of_the_variant_of_the_rfc_whatever_is_drawn() {
    for (RandomGenerator random : List.of(ZEROS, ONES, new SecureRandom())) {
      UUID id = new TimeOrderedIds(clock, random).next();

      assertThat(id.version()).isEqualTo(7);
      assertThat(id.variant()).isEqualTo(2);
    }
  }

  @Test
  void an_id_begins_with_the_milliseconds_of_the_clock() {
    assertThat(millis(new TimeOrderedIds(clock, ZEROS).next()))
        .isEqualTo(TownStore.NOW.toEpochMilli());
  }

  @Test
  void the_example_of_the_rfc_is_made_as_there() {
    // RFC 9562, A.6: unix_ts_ms 017F22E279B0, ver 7; with nothing drawn, the rest is zero.
    clock.set(Instant.ofEpochMilli(0x017F22E279B0L));

    assertThat(new TimeOrderedIds(clock, ZEROS).next())
        .hasToString("017f22e2-79b0-7000-8000-000000000000");
  }

  @Test
  void ids_of_one_millisecond_increase() {
    TimeOrderedIds ids = new TimeOrderedIds(clock, new SecureRandom());

    List<UUID> made = Stream.generate(ids::next).limit(1_000).toList();

    assertIncreasing(made);
    assertThat(made).allMatch(id -> millis(id) == TownStore.NOW.toEpochMilli());
  }

  @Test
  void ids_increase_when_the_clock_goes_on() {
    TimeOrderedIds ids = new TimeOrderedIds(clock, new SecureRandom());
    List<UUID> made =
        IntStream.range(0, 1_000)
            .mapToObj(
                i -> {
                  clock.set(TownStore.NOW.plusMillis(i / 3));
                  return ids.next();
                })
            .toList();

    assertIncreasing(made);
    assertThat(millis(made.get(999))).isEqualTo(TownStore.NOW.toEpochMilli() + 333);
  }

  @Test
  void ids_increase_when_the_clock_steps_back() {
    TimeOrderedIds ids = new TimeOrderedIds(clock, new SecureRandom());
    List<UUID> made = new ArrayList<>(List.of(ids.next()));

    clock.set(TownStore.NOW.minusSeconds(3600));
    made.add(ids.next());
    made.add(ids.next());
    clock.set(TownStore.NOW.plusMillis(1));
    made.add(ids.next());

    assertIncreasing(made);
    assertThat(millis(made.get(2))).isEqualTo(TownStore.NOW.toEpochMilli());
  }

  @Test
  void ids_run_ahead_of_the_clock_when_the_counter_is_used_up() {
    TimeOrderedIds ids = new TimeOrderedIds(clock, ONES);

    List<UUID> made = Stream.generate(ids::next).limit(2_048 + 2 + 4_096).toList();

    assertIncreasing(made);
    assertThat(counter(made.get(0))).isEqualTo(2_047);
    assertThat(counter(made.get(2_048))).isEqualTo(4_095);
    assertThat(millis(made.get(2_048))).isEqualTo(TownStore.NOW.toEpochMilli());
    assertThat(counter(made.get(2_049))).isZero();
    assertThat(millis(made.get(2_049))).isEqualTo(TownStore.NOW.toEpochMilli() + 1);
    assertThat(millis(made.get(6_145))).isEqualTo(TownStore.NOW.toEpochMilli() + 2);
    assertThat(made).allMatch(id -> id.version() == 7 && id.variant() == 2);
  }

  @Test
  void threads_never_get_the_same_id_and_each_gets_increasing_ones() throws Exception {
    // With nothing drawn, only the counter keeps ids apart.
    TimeOrderedIds ids = new TimeOrderedIds(clock, ZEROS);
    Callable<List<UUID>> drawer = () -> Stream.generate(ids::next).limit(5_000).toList();
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      Set<UUID> all = new HashSet<>();
      for (Future<List<UUID>> made : threads.invokeAll(Collections.nCopies(4, drawer))) {
        assertIncreasing(made.get());
        all.addAll(made.get());
      }
      assertThat(all).hasSize(20_000);
    } finally {
      threads.shutdownNow();
    }
  }
}
