package dev.stateline.domain.history;

import dev.stateline.domain.state.TurnNumber;
import java.util.List;
import java.util.Optional;

/**
 * The chain of segments from a head back to turn 0: where each turn of a simulation is stored.
 *
 * @param parts from turn 0 to the head, without gap or overlap; segments that hold no turn are left
 *     out
 */
public record Lineage(List<Part> parts) {

  /** The turns of one segment that belong to the lineage. */
  public record Part(SegmentId segment, TurnRange turns) {}

  /**
   * @throws IllegalArgumentException if the parts do not cover the turns from 0 on without a gap
   */
  public Lineage {
    parts = List.copyOf(parts);
    int next = 0;
    for (Part part : parts) {
      if (part.turns().from().value() != next) {
        throw new IllegalArgumentException("lineage has a gap or an overlap at turn " + next);
      }
      next = part.turns().to().value() + 1;
    }
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("a lineage holds at least turn 0");
    }
  }

  /** The last turn. */
  public TurnNumber headTurn() {
    return parts.get(parts.size() - 1).turns().to();
  }

  /** The segment that holds this turn; empty after the head. */
  public Optional<SegmentId> segmentOf(TurnNumber turn) {
    return parts.stream()
        .filter(part -> part.turns().contains(turn))
        .map(Part::segment)
        .findFirst();
  }

  /** The parts of this lineage that lie in a range, from the earliest on. */
  public List<Part> within(TurnRange range) {
    return parts.stream()
        .flatMap(
            part ->
                part
                    .turns()
                    .intersect(range)
                    .map(turns -> new Part(part.segment(), turns))
                    .stream())
        .toList();
  }
}
