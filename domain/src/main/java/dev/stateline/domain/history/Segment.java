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
 * @param seed the seed that it was given, which is in force from its first turn on; empty if its
 *     turns go on with the one before. A root segment always has one
 * @param createdAt wall clock, whole microseconds
 */
public record Segment(
    SegmentId id,
    SimulationId simulation,
    Optional<SegmentId> parent,
    Optional<TurnNumber> branchTurn,
    Optional<Long> seed,
    Instant createdAt) {

  /**
   * @throws InvalidInputException if only one of parent and branch turn is given, or a root segment
   *     has no seed
   */
  public Segment {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(simulation, "simulation");
    Objects.requireNonNull(parent, "parent");
    Objects.requireNonNull(branchTurn, "branchTurn");
    Objects.requireNonNull(seed, "seed");
    WallClock.check(createdAt);
    if (parent.isPresent() != branchTurn.isPresent()) {
      throw new InvalidInputException("a segment has both a parent and a branch turn, or neither");
    }
    if (parent.isEmpty() && seed.isEmpty()) {
      throw new InvalidInputException("a root segment has a seed");
    }
  }

  /**
   * A segment that begins at turn 0.
   *
   * @param seed in force from turn 0 on
   */
  public static Segment root(SegmentId id, SimulationId simulation, long seed, Instant createdAt) {
    return new Segment(
        id, simulation, Optional.empty(), Optional.empty(), Optional.of(seed), createdAt);
  }

  /** The turn that its first state has, or would have. */
  public TurnNumber firstTurn() {
    return branchTurn.map(TurnNumber::next).orElse(TurnNumber.ZERO);
  }
}
