package dev.stateline.domain.turn;

import dev.stateline.domain.document.Document;
import dev.stateline.domain.document.Preimage;
import dev.stateline.domain.document.Sha256;
import dev.stateline.domain.error.InvalidInputException;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.time.WallClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * The edge between two states.
 *
 * @param actions what was done, as {@link TurnLog#ofActions} writes it
 * @param outcomes what came of it, as {@link TurnLog#ofOutcomes} writes it
 * @param processingTime what the engine and the action source took; kept in whole milliseconds
 * @param createdAt wall clock, whole microseconds
 */
public record Transition(
    TransitionId id,
    SimulationId simulation,
    StateId from,
    StateId to,
    Document actions,
    Document outcomes,
    Duration processingTime,
    Instant createdAt) {

  private static final String FORMAT = "stateline/transition/1";

  /**
   * @throws InvalidInputException if the processing time is negative
   */
  public Transition {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(simulation, "simulation");
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(to, "to");
    Objects.requireNonNull(actions, "actions");
    Objects.requireNonNull(outcomes, "outcomes");
    WallClock.check(createdAt);
    if (processingTime.isNegative()) {
      throw new InvalidInputException("a processing time is not negative: " + processingTime);
    }
  }

  /** The hash of actions and outcomes, as {@code docs/reference/hashing.md} defines it. */
  public Sha256 hash() {
    return hash(actions.hash(), outcomes.hash());
  }

  /** As {@link #hash()}, from the hashes of the two documents. */
  public static Sha256 hash(Sha256 actionsHash, Sha256 outcomesHash) {
    return new Preimage(FORMAT)
        .with("actions_hash", actionsHash.hex())
        .with("outcomes_hash", outcomesHash.hex())
        .hash();
  }
}
