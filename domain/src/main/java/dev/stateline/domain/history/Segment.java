package dev.stateline.domain.history;

import dev.stateline.domain.error.InvalidInputException;
import dev.stateline.domain.naming.SegmentId;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.time.WallClock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * An immutable stretch of turns. A root segment begins at turn 0; any other begins after the turn
 * of its parent that it branches from.
 *
 * @param simulation the simulation that began it, and writes its turns
 * @param parent empty for a root segment
 * @param branchTurn the parent's last shared turn; empty for a root segment
 * @param createdAt wall clock, whole microseconds
 */
public record Segment(
    SegmentId id,
    SimulationId simulation,
    Optional<SegmentId> parent,
    Optional<TurnNumber> branchTurn,
    Instant createdAt) {

  /**
   * @throws InvalidInputException if only one of parent and branch turn is given
   */
  public Segment {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(simulation, "simulation");
    Objects.requireNonNull(parent, "parent");
    Objects.requireNonNull(branchTurn, "branchTurn");
    WallClock.check(createdAt);
    if (parent.isPresent() != branchTurn.isPresent()) {
      throw new InvalidInputException("a segment has both a parent and a branch turn, or neither");
    }
  }

  /** A segment that begins at turn 0. */
  public static Segment root(SegmentId id, SimulationId simulation, Instant createdAt) {
    return new Segment(id, simulation, Optional.empty(), Optional.empty(), createdAt);
  }

  /** The turn that its first state has, or would have. */
  public TurnNumber firstTurn() {
    return branchTurn.map(TurnNumber::next).orElse(TurnNumber.ZERO);
  }
}
