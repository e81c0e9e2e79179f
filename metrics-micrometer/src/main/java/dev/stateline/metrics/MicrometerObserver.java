package dev.stateline.metrics;

import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.measure.Amount;
import dev.stateline.domain.measure.Figure;
import dev.stateline.domain.measure.Operation;
import dev.stateline.domain.port.ObserverPort;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.ToDoubleFunction;

/**
 * Keeps what turns cost in a registry of Micrometer, which the program around shows wherever it
 * shows its own: {@code docs/reference/metrics.md} has every meter. A meter is there from the first
 * time on that there is something to measure. Thread-safe.
 *
 * <p>Numbers that are looked at, such as connections in use, are shown as long as this observer is
 * in use; those of a Stateline that is opened later on the same registry with the same tags take
 * their place.
 */
public final class MicrometerObserver implements ObserverPort {

  static final String PREFIX = "stateline.";

  private final MeterRegistry registry;
  private final Tags tags;
  private final OperationMeters[] meters = new OperationMeters[Operation.values().length];

  /** A registry holds what it looks at only as long as somebody else does. */
  private final List<Figure> watched = new CopyOnWriteArrayList<>();

  private MicrometerObserver(MeterRegistry registry, Tags tags) {
    this.registry = Objects.requireNonNull(registry, "registry");
    this.tags = Objects.requireNonNull(tags, "tags");
    for (Operation operation : Operation.values()) {
      meters[operation.ordinal()] = new OperationMeters(registry, tags, operation);
    }
  }

  /** Keeps meters in a registry, which stays the caller's. */
  public static MicrometerObserver on(MeterRegistry registry) {
    return on(registry, List.of());
  }

  /**
   * Keeps meters in a registry, which stays the caller's.
   *
   * @param tags of all of its meters: to tell several databases in one program apart
   */
  public static MicrometerObserver on(MeterRegistry registry, Iterable<Tag> tags) {
    return new MicrometerObserver(registry, Tags.of(tags));
  }

  @Override
  public void done(Operation operation, Duration took, Amount amount) {
    meters[operation.ordinal()].record(took, amount);
  }

  @Override
  public void failed(Operation operation, Duration took, ErrorCode code) {
    Counter.builder(PREFIX + "failures")
        .description("What was refused or broke.")
        .tags(tags)
        .tag("operation", OperationMeters.word(operation))
        .tag("code", code.text())
        .register(registry)
        .increment();
  }

  @Override
  public void watch(List<Figure> figures) {
    figures.forEach(this::watch);
  }

  private void watch(Figure figure) {
    watched.add(figure);
    String name = PREFIX + figure.name().replace('_', '.');
    List<Tag> labels = new ArrayList<>();
    figure.labels().forEach((label, text) -> labels.add(Tag.of(label, text)));
    Tags all = tags.and(labels);
    ToDoubleFunction<Figure> value = f -> f.value().getAsDouble();
    switch (figure.kind()) {
      case LEVEL -> {
        registry.removeByPreFilterId(id(name, all, Meter.Type.GAUGE));
        Gauge.builder(name, figure, value)
            .description(figure.description())
            .tags(all)
            .register(registry);
      }
      case TOTAL -> {
        registry.removeByPreFilterId(id(name, all, Meter.Type.COUNTER));
        FunctionCounter.builder(name, figure, value)
            .description(figure.description())
            .tags(all)
            .register(registry);
      }
    }
  }

  private static Meter.Id id(String name, Tags tags, Meter.Type type) {
    return new Meter.Id(name, tags, null, null, type);
  }
}
