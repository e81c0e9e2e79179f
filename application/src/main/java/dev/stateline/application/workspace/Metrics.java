package dev.stateline.application.workspace;

import dev.stateline.domain.measure.Figure;
import dev.stateline.domain.port.ObserverPort;
import java.util.List;

/** What was measured since a workspace was opened. Thread-safe. */
public interface Metrics {

  /** Whoever is to be told what is measured here. */
  ObserverPort observer();

  /** Shows numbers beside those that are measured here. */
  void show(List<Figure> figures);

  /** The numbers as they are now, by name and labels. */
  List<Metric> all();

  /** The numbers as they are now, as Prometheus reads them (text format 0.0.4). */
  String prometheus();
}
