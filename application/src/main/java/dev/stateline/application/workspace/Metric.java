package dev.stateline.application.workspace;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * A number that was measured.
 *
 * @param name by the conventions of Prometheus, its unit in it, for example {@code
 *     stateline_commit_seconds_count}
 * @param labels which one it is of several of the same name; sorted
 */
public record Metric(String name, Map<String, String> labels, double value) {

  public Metric {
    Objects.requireNonNull(name, "name");
    labels = Collections.unmodifiableMap(new TreeMap<>(labels));
  }
}
