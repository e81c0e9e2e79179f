package dev.stateline.domain.simulation;

import dev.stateline.domain.document.Document;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.InvalidInputException;
import dev.stateline.domain.error.NotFoundException;
import dev.stateline.domain.history.Segment;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.naming.SimulationName;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.time.WallClock;
import dev.stateline.domain.turn.ChainHash;
import dev.stateline.domain.turn.StateId;
import dev.stateline.domain.turn.Turn;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A simulation that is to branch from a turn of another. It shares the history up to there; nothing
 * of it is copied.
 *
 * @param config as of the simulation that it branches from
 * @param metadata a JSON object for the user's own notes
 * @param targetTurn the turn at which its run is to stop
 * @param seed the seed in force from its first own turn on
 * @param segment its own, with parent and branch turn
 * @param base the state at the branch turn, which its history goes on from
 * @param first a turn that is its own from the beginning: the one after the branch turn, changed by
 *     an intervention; empty if it begins with none
 * @param createdAt wall clock, whole microseconds
 */
public record NewFork(
    SimulationName name,
    Document config,
    Document metadata,
    Optional<TurnNumber> targetTurn,
    long seed,
    Segment segment,
    StateId base,
    Optional<Turn> first,
    Instant createdAt) {

  /**
   * @throws InvalidInputException if the segment is a root, or the first turn does not follow the
   *     base on it
   */
  public NewFork {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(config, "config");
    Objects.requireNonNull(metadata, "metadata");
    Objects.requireNonNull(targetTurn, "targetTurn");
    Objects.requireNonNull(base, "base");
    Objects.requireNonNull(first, "first");
    WallClock.check(createdAt);
    if (segment.parent().isEmpty()) {
      throw new InvalidInputException("a fork branches from a turn, and its segment from another");
    }
    if (first.isPresent() && !follows(first.get(), segment, base)) {
      throw new InvalidInputException(
          "a fork's first turn is the one after its branch turn, on its own segment");
    }
  }

  /**
   * A fork that goes on as the other does: the same config, and the same turn to stop at if that is
   * still ahead.
   */
  public static NewFork of(
      Simulation from,
      SimulationName name,
      Document metadata,
      long seed,
      Segment segment,
      StateId base,
      Optional<Turn> first) {
    TurnNumber reached = first.map(turn -> turn.state().turn()).orElseGet(() -> turnOf(segment));
    return new NewFork(
        name,
        from.config(),
        metadata,
        from.targetTurn().filter(target -> target.isAfter(reached)),
        seed,
        segment,
        base,
        first,
        segment.createdAt());
  }

  private static TurnNumber turnOf(Segment segment) {
    return segment.branchTurn().orElse(TurnNumber.ZERO);
  }

  private static boolean follows(Turn turn, Segment segment, StateId base) {
    return turn.state().turn().equals(segment.firstTurn())
        && turn.state().segment().equals(segment.id())
        && turn.state().simulation().equals(segment.simulation())
        && turn.transition().filter(t -> t.from().equals(base)).isPresent();
  }

  public SimulationId id() {
    return segment.simulation();
  }

  /** The turn of its head. */
  public TurnNumber headTurn() {
    return first
        .map(turn -> turn.state().turn())
        .orElseGet(() -> segment.branchTurn().orElseThrow());
  }

  /** The state of its head. */
  public StateId headState() {
    return first.map(turn -> turn.state().id()).orElse(base);
  }

  /**
   * Requires that the first turn, if there is one, follows from the base.
   *
   * @param baseChain the base's chain hash
   * @throws InvalidInputException if its chain hash is another
   */
  public void requireChain(ChainHash baseChain) {
    if (first.isPresent()
        && !first.get().chainHashAfter(baseChain).equals(first.get().state().chainHash())) {
      throw new InvalidInputException(
          "the chain hash of turn " + headTurn() + " does not follow from the base");
    }
  }

  /** What an adapter throws when the base is not stored where the segment branches. */
  public NotFoundException baseMissing() {
    return new NotFoundException(
        ErrorCode.TURN_OUT_OF_RANGE,
        "simulation '"
            + name
            + "' cannot branch from turn "
            + turnOf(segment)
            + ": state "
            + base
            + " is not there; it may have been deleted");
  }
}
