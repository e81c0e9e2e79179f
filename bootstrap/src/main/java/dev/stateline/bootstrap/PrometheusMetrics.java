package dev.stateline.bootstrap;

import dev.stateline.application.workspace.Metric;
import dev.stateline.application.workspace.Metrics;
import dev.stateline.domain.measure.Figure;
import dev.stateline.domain.port.ObserverPort;
import dev.stateline.metrics.MicrometerObserver;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Statistic;
import io.micrometer.core.instrument.Tag;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Measures in a registry of Micrometer that Prometheus can read. Thread-safe. */
final class PrometheusMetrics implements Metrics {

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final MicrometerObserver observer = MicrometerObserver.on(registry);

  @Override
  public ObserverPort observer() {
    return observer;
  }

  @Override
  public void show(List<Figure> figures) {
    observer.watch(figures);
  }

  @Override
  public List<Metric> all() {
    return registry.getMeters().stream()
        .flatMap(this::metrics)
        .sorted(Comparator.comparing(Metric::name).thenComparing(m -> m.labels().toString()))
        .toList();
  }

  private Stream<Metric> metrics(Meter meter) {
    String name = meter.getId().getConventionName(registry.config().namingConvention());
    return StreamSupport.stream(meter.measure().spliterator(), false)
        .map(
            measurement ->
                new Metric(
                    name + suffix(meter.getId().getType(), measurement.getStatistic()),
                    meter.getId().getTags().stream()
                        .collect(Collectors.toMap(Tag::getKey, Tag::getValue)),
                    measurement.getValue()));
  }

  /** As in the text for Prometheus. */
  private static String suffix(Meter.Type type, Statistic statistic) {
    return switch (type) {
      case COUNTER -> "_total";
      case TIMER ->
          switch (statistic) {
            case COUNT -> "_count";
            case MAX -> "_max";
            default -> "_sum";
          };
      default -> "";
    };
  }

  @Override
  public String prometheus() {
    return registry.scrape();
  }
}
