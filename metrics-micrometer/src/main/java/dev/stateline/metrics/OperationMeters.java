package dev.stateline.metrics;

import dev.stateline.domain.measure.Amount;
import dev.stateline.domain.measure.Operation;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/** The meters of one kind of work, which are made when it is done for the first time. */
final class OperationMeters {

  /** In microseconds: from a state that is in memory to a disk that hardly answers. */
  private static final long[] BUCKETS = {
    100,
    250,
    500,
    1_000,
    2_500,
    5_000,
    10_000,
    25_000,
    50_000,
    100_000,
    250_000,
    500_000,
    1_000_000,
    2_500_000,
    5_000_000,
    10_000_000
  };

  private final MeterRegistry registry;
  private final Tags tags;
  private final Operation operation;
  private volatile Made made;

  private record Made(Timer timer, List<Counted> counters) {}

  private record Counted(Counter counter, ToLongFunction<Amount> part) {}

  OperationMeters(MeterRegistry registry, Tags tags, Operation operation) {
    this.registry = registry;
    this.tags = tags;
    this.operation = operation;
  }

  /** An operation as the value of a tag, for example {@code read-state}. */
  static String word(Operation operation) {
    return operation.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  void record(Duration took, Amount amount) {
    Made to = made;
    if (to == null) {
      // Made twice, it is the same meters: the registry has each once.
      to = make();
      made = to;
    }
    to.timer.record(took);
    for (Counted counted : to.counters) {
      counted.counter.increment(counted.part.applyAsLong(amount));
    }
  }

  private Made make() {
    return switch (operation) {
      case ENCODE -> timed("encode", "Bringing a turn into canonical form.");
      case COMMIT -> timed("commit", "Making a turn durable, with the waiting for others' turns.");
      case APPEND -> written();
      case READ_STATE -> read("state");
      case READ_TRANSITION -> read("transition");
      case READ_HISTORY -> read("history");
      case READ_TURNS -> read("turns");
      case READ_AUDIT -> read("audit");
    };
  }

  private Made timed(String name, String description) {
    return new Made(timer(name, description, tags), List.of());
  }

  private Made written() {
    return new Made(
        timer("append", "Durable writes, each of one turn or of several.", tags),
        List.of(
            counted("written.turns", null, "Turns written.", tags, Amount::turns),
            counted(
                "written.document",
                "bytes",
                "Canonical bytes of what was written.",
                tags,
                Amount::documentBytes),
            counted(
                "written.stored",
                "bytes",
                "Bytes that the payloads take as they are stored.",
                tags,
                Amount::storedBytes)));
  }

  private Made read(String what) {
    Tags whats = tags.and("what", what);
    return new Made(
        timer("read", "Reads of the database.", whats),
        List.of(
            counted("read.turns", null, "Turns read.", whats, Amount::turns),
            counted(
                "read.document",
                "bytes",
                "Canonical bytes of what was read.",
                whats,
                Amount::documentBytes)));
  }

  private Timer timer(String name, String description, Tags all) {
    Duration[] buckets = new Duration[BUCKETS.length];
    for (int i = 0; i < BUCKETS.length; i++) {
      buckets[i] = Duration.ofNanos(BUCKETS[i] * 1_000);
    }
    return Timer.builder(MicrometerObserver.PREFIX + name)
        .description(description)
        .tags(all)
        .serviceLevelObjectives(buckets)
        .register(registry);
  }

  private Counted counted(
      String name, String unit, String description, Tags all, ToLongFunction<Amount> part) {
    Counter counter =
        Counter.builder(MicrometerObserver.PREFIX + name)
            .description(description)
            .baseUnit(unit)
            .tags(all)
            .register(registry);
    return new Counted(counter, part);
  }
}
