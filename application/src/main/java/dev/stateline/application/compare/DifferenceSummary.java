package dev.stateline.application.compare;

import dev.stateline.domain.document.Difference;
import dev.stateline.domain.document.Difference.Kind;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * How many differences there are, by part of the documents and by kind.
 *
 * @param parts the parts in which there are any: the one with the most first, those with equally
 *     many in the order of their paths
 */
public record DifferenceSummary(List<Part> parts) {

  /**
   * A part of the documents.
   *
   * @param path the pointer to the whole and one segment more
   * @param byKind how many of each kind; kinds that do not occur are left out
   */
  public record Part(String path, Map<Kind, Integer> byKind) {

    public Part {
      Objects.requireNonNull(path, "path");
      byKind = ordered(byKind);
    }

    /** How many of a kind. */
    public int of(Kind kind) {
      return byKind.getOrDefault(kind, 0);
    }

    /** How many of all kinds. */
    public int total() {
      return byKind.values().stream().mapToInt(Integer::intValue).sum();
    }
  }

  public DifferenceSummary {
    parts = List.copyOf(parts);
  }

  /**
   * @param whole the JSON Pointer of the value that was looked at; empty for whole documents
   */
  public static DifferenceSummary of(List<Difference> differences, String whole) {
    Map<String, Map<Kind, Integer>> counted = new TreeMap<>();
    for (Difference difference : differences) {
      counted
          .computeIfAbsent(part(difference.path(), whole), path -> new EnumMap<>(Kind.class))
          .merge(difference.kind(), 1, Integer::sum);
    }
    return new DifferenceSummary(
        counted.entrySet().stream()
            .map(entry -> new Part(entry.getKey(), entry.getValue()))
            .sorted(Comparator.comparingInt(Part::total).reversed())
            .toList());
  }

  /** How many of each kind in all parts; kinds that do not occur are left out. */
  public Map<Kind, Integer> byKind() {
    Map<Kind, Integer> all = new EnumMap<>(Kind.class);
    parts.forEach(part -> part.byKind().forEach((kind, n) -> all.merge(kind, n, Integer::sum)));
    return Collections.unmodifiableMap(all);
  }

  private static Map<Kind, Integer> ordered(Map<Kind, Integer> byKind) {
    Map<Kind, Integer> kinds = new EnumMap<>(Kind.class);
    kinds.putAll(byKind);
    return Collections.unmodifiableMap(kinds);
  }

  private static String part(String path, String whole) {
    int end = path.indexOf('/', whole.length() + 1);
    return end < 0 ? path : path.substring(0, end);
  }
}
