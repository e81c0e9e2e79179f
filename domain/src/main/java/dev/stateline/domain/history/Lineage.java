package dev.stateline.domain.history;

import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.NotFoundException;
import dev.stateline.domain.naming.SegmentId;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.time.TurnRange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The chain of segments from a head back to turn 0: where each turn of a simulation is stored.
 *
 * @param segments from the root to the one that the head stands on; each branches from the one
 *     before it
 * @param headTurn the last turn
 */
public record Lineage(List<Segment> segments, TurnNumber headTurn) {

  /** The turns of one segment that belong to the lineage. */
  public record Part(SegmentId segment, TurnRange turns) {}

  /**
   * @throws IllegalArgumentException if the segments are no chain from turn 0 to the head
   */
  public Lineage {
    segments = List.copyOf(segments);
    Objects.requireNonNull(headTurn, "headTurn");
    if (segments.isEmpty()) {
      throw new IllegalArgumentException("a lineage holds at least turn 0");
    }
    Optional<SegmentId> parent = Optional.empty();
    TurnNumber from = TurnNumber.ZERO;
    for (Segment segment : segments) {
      if (!segment.parent().equals(parent)) {
        throw new IllegalArgumentException(
            "segment " + segment.id() + " does not branch from the one before it");
      }
      // A segment may hold no turn: the next one then branches from where it does.
      if (from.isAfter(segment.firstTurn())) {
        throw new IllegalArgumentException(
            "segment " + segment.id() + " branches before its parent begins");
      }
      parent = Optional.of(segment.id());
      from = segment.firstTurn();
    }
    if (from.isAfter(headTurn.next())) {
      throw new IllegalArgumentException(
          "the head, turn " + headTurn + ", lies before the branch of its segment");
    }
  }

  /** The segment that the next turn will be written to. */
  public Segment headSegment() {
    return segments.get(segments.size() - 1);
  }

  /** From turn 0 to the head, without gap or overlap; segments that hold no turn are left out. */
  public List<Part> parts() {
    List<Part> parts = new ArrayList<>(segments.size());
    TurnNumber last = headTurn;
    for (int i = segments.size() - 1; i >= 0; i--) {
      Segment segment = segments.get(i);
      if (!segment.firstTurn().isAfter(last)) {
        parts.add(new Part(segment.id(), new TurnRange(segment.firstTurn(), last)));
      }
      last = segment.branchTurn().orElse(last);
    }
    Collections.reverse(parts);
    return parts;
  }

  /** The segment that holds this turn; empty after the head. */
  public Optional<SegmentId> segmentOf(TurnNumber turn) {
    return parts().stream()
        .filter(part -> part.turns().contains(turn))
        .map(Part::segment)
        .findFirst();
  }

  /**
   * A new segment that branches from a turn of this lineage.
   *
   * @param owner the simulation that begins it
   * @throws NotFoundException TURN_OUT_OF_RANGE after the head
   */
  public Segment branch(SegmentId id, SimulationId owner, TurnNumber turn, Instant createdAt) {
    Optional<SegmentId> parent = segmentOf(turn);
    if (parent.isEmpty()) {
      throw new NotFoundException(
          ErrorCode.TURN_OUT_OF_RANGE,
          "there is no turn " + turn + "; the head is turn " + headTurn);
    }
    return new Segment(id, owner, parent, Optional.of(turn), createdAt);
  }

  /** The parts of this lineage that lie in a range, from the earliest on. */
  public List<Part> within(TurnRange range) {
    return parts().stream()
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
