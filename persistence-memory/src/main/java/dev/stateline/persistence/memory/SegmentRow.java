package dev.stateline.persistence.memory;

import dev.stateline.domain.history.Segment;
import dev.stateline.domain.history.SegmentId;
import dev.stateline.domain.simulation.SimulationId;
import dev.stateline.domain.state.TurnNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A segment with its turns. Turns are only ever added. To be used inside the {@link Gate}. */
final class SegmentRow {

  private final Segment segment;
  private final SimulationId owner;
  private final Optional<SegmentRow> parent;
  private final List<StoredTurn> turns = new ArrayList<>();

  /**
   * @param owner the simulation with which it goes
   * @param parent the segment that it branches from; empty for a root segment
   */
  SegmentRow(Segment segment, SimulationId owner, Optional<SegmentRow> parent) {
    this.segment = segment;
    this.owner = owner;
    this.parent = parent;
  }

  SegmentId id() {
    return segment.id();
  }

  SimulationId owner() {
    return owner;
  }

  Optional<SegmentRow> parent() {
    return parent;
  }

  /** The last turn that it shares with its parent; empty for a root segment. */
  Optional<TurnNumber> branchTurn() {
    return segment.branchTurn();
  }

  /** The turn that its first state has, or would have. */
  TurnNumber first() {
    return segment.branchTurn().map(TurnNumber::next).orElse(TurnNumber.ZERO);
  }

  void add(StoredTurn turn) {
    turns.add(turn);
  }

  /**
   * @throws IndexOutOfBoundsException if it does not hold this turn
   */
  StoredTurn at(TurnNumber turn) {
    return turns.get(turn.value() - first().value());
  }
}
