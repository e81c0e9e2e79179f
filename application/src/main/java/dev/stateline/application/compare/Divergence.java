package dev.stateline.application.compare;

import dev.stateline.domain.document.Difference;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.turn.Intervention;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The first turn that two runs do not share.
 *
 * @param turn all turns before it are equal
 * @param differences in each aspect that differs, at least one; no aspect has an empty list
 * @param provenance which parts of the provenance differ there, by the names of the database's
 *     columns; empty if the same engine computed both, with the same configuration and seed
 * @param interventions how persons changed the turn in one run and not, or not alike, in the other;
 *     the first run's before the other's
 */
public record Divergence(
    TurnNumber turn,
    Map<Aspect, List<Difference>> differences,
    List<String> provenance,
    List<Intervention> interventions) {

  public Divergence {
    Objects.requireNonNull(turn, "turn");
    Map<Aspect, List<Difference>> all = new EnumMap<>(Aspect.class);
    differences.forEach((aspect, list) -> all.put(aspect, List.copyOf(list)));
    differences = Collections.unmodifiableMap(all);
    provenance = List.copyOf(provenance);
    interventions = List.copyOf(interventions);
  }
}
