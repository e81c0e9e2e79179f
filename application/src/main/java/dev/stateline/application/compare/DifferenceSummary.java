package dev.stateline.application.compare;

import dev.stateline.domain.document.Difference;
import dev.stateline.domain.document.Difference.Kind;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many differences there are.
 *
 * @param byKind how many of each kind; kinds that do not occur are left out
 * @param byPart how many lie in each part: the pointer to the whole and one segment more
 */
public record DifferenceSummary(Map<Kind, Integer> byKind, Map<String, Integer> byPart) {

  public DifferenceSummary {
    Map<Kind, Integer> kinds = new EnumMap<>(Kind.class);
    kinds.putAll(byKind);
    byKind = Collections.unmodifiableMap(kinds);
    byPart = Collections.unmodifiableMap(new TreeMap<>(byPart));
  }

  /**
   * @param whole the JSON Pointer of the value that was looked at; empty for whole documents
   */
  public static DifferenceSummary of(List<Difference> differences, String whole) {
    Map<Kind, Integer> byKind = new EnumMap<>(Kind.class);
    Map<String, Integer> byPart = new TreeMap<>();
    for (Difference difference : differences) {
      byKind.merge(difference.kind(), 1, Integer::sum);
      byPart.merge(part(difference.path(), whole), 1, Integer::sum);
    }
    return new DifferenceSummary(byKind, byPart);
  }

  private static String part(String path, String whole) {
    int end = path.indexOf('/', whole.length() + 1);
    return end < 0 ? path : path.substring(0, end);
  }
}
