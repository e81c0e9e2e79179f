package dev.stateline.persistence.memory;

import dev.stateline.domain.history.Segment;
import dev.stateline.domain.naming.SegmentId;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.turn.StateRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A segment with its turns. Turns are only ever added. To be used inside the {@link Gate}. */
final class SegmentRow {

  private final Segment segment;
  private final Optional<SegmentRow> parent;
  private final List<StoredTurn> turns = new ArrayList<>();

  /**
   * @param parent the segment that it branches from; empty for a root segment
   */
  SegmentRow(Segment segment, Optional<SegmentRow> parent) {
    this.segment = segment;
    this.parent = parent;
  }

  SegmentId id() {
    return segment.id();
  }

  Segment segment() {
    return segment;
  }

  Optional<SegmentRow> parent() {
    return parent;
  }

  void add(StoredTurn turn) {
    turns.add(turn);
  }

  boolean holds(TurnNumber turn) {
    int index = turn.value() - segment.firstTurn().value();
    return index >= 0 && index < turns.size();
  }

  /** Whether this very state, and no other in its place, stands in the segment. */
  boolean holds(StateRef state) {
    return holds(state.turn()) && at(state.turn()).state().ref().equals(state);
  }

  /**
   * @throws IndexOutOfBoundsException if it does not hold this turn
   */
  StoredTurn at(TurnNumber turn) {
    return turns.get(turn.value() - segment.firstTurn().value());
  }

  /** The last turn that it holds up to this one; it holds one at least. */
  StoredTurn upTo(TurnNumber turn) {
    return turns.get(Math.min(turn.value() - segment.firstTurn().value(), turns.size() - 1));
  }

  /** Drops the turns after this one. */
  void dropAfter(TurnNumber turn) {
    int kept = Math.max(0, turn.value() + 1 - segment.firstTurn().value());
    if (kept < turns.size()) {
      turns.subList(kept, turns.size()).clear();
    }
  }
}
