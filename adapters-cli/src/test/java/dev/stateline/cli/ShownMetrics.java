package dev.stateline.cli;

import dev.stateline.application.workspace.Metric;
import dev.stateline.application.workspace.Metrics;
import dev.stateline.domain.measure.Figure;
import dev.stateline.domain.port.ObserverPort;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Metrics that are nothing but what they are to show. */
final class ShownMetrics implements Metrics {

  private final List<Metric> all = new ArrayList<>();

  @Override
  public ObserverPort observer() {
    return ObserverPort.NONE;
  }

  @Override
  public void show(List<Figure> figures) {
    figures.forEach(
        figure -> all.add(metric(figure.name(), figure.labels(), figure.value().getAsDouble())));
  }

  private static Metric metric(String name, Map<String, String> labels, double value) {
    return new Metric("stateline_" + name, labels, value);
  }

  @Override
  public List<Metric> all() {
    return all.stream()
        .sorted(Comparator.comparing(Metric::name).thenComparing(m -> m.labels().toString()))
        .toList();
  }

  @Override
  public String prometheus() {
    return all().stream()
        .map(metric -> metric.name() + " " + metric.value() + "\n")
        .collect(Collectors.joining());
  }
}
