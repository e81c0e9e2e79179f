package dev.stateline.domain.history;

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
   * The seed in force in a turn: that of the nearest segment that was given one and begins no
   * later.
   *
   * @param turn of this lineage, or one that is still to come
   */
  public long seedAt(TurnNumber turn) {
    return seed(segments, turn.value());
  }

  private static long seed(List<Segment> segments, int turn) {
    for (int i = segments.size() - 1; i > 0; i--) {
      Segment segment = segments.get(i);
      if (segment.seed().isPresent() && segment.firstTurn().value() <= turn) {
        return segment.seed().get();
      }
    }
    return segments.get(0).seed().orElseThrow();
  }

  /**
   * A new segment that branches from a turn of this lineage. Its turns go on with the seed that is
   * in force here after the turn, unless it is given another.
   *
   * @param owner the simulation that begins it
   * @param reseed the seed in force from its first turn on; empty to keep this lineage's
   * @throws NotFoundException TURN_OUT_OF_RANGE after the head
   */
  public Segment branch(
      SegmentId id, SimulationId owner, TurnNumber turn, Optional<Long> reseed, Instant createdAt) {
    SegmentId parent =
        segmentOf(turn).orElseThrow(() -> NotFoundException.turn(turn.value(), headTurn.value()));
    return new Segment(
        id,
        owner,
        Optional.of(parent),
        Optional.of(turn),
        reseed.or(() -> carriedSeed(parent, turn)),
        createdAt);
  }

  /** Where a segment that was left behind gave the seed, the new one must say it itself. */
  private Optional<Long> carriedSeed(SegmentId parent, TurnNumber turn) {
    int last = 0;
    while (!segments.get(last).id().equals(parent)) {
      last++;
    }
    int next = turn.value() + 1;
    long inForce = seed(segments, next);
    long withoutLater = seed(segments.subList(0, last + 1), next);
    return inForce == withoutLater ? Optional.empty() : Optional.of(inForce);
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
