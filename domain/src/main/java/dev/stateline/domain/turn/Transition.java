package dev.stateline.domain.turn;

import dev.stateline.domain.document.Document;
import dev.stateline.domain.document.Preimage;
import dev.stateline.domain.document.Sha256;
import dev.stateline.domain.error.InvalidInputException;
import dev.stateline.domain.error.NotFoundException;
import dev.stateline.domain.time.WallClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * The edge between two states: what led from the state before to the state of its turn, in whose
 * place it stands.
 *
 * @param actionsContent what was done, as {@link TurnLog#ofActions} writes it
 * @param outcomesContent what came of it, as {@link TurnLog#ofOutcomes} writes it
 * @param processingTime what the engine and the action source took; kept in whole milliseconds
 * @param createdAt wall clock, whole microseconds
 */
public record Transition(
    Content actionsContent, Content outcomesContent, Duration processingTime, Instant createdAt) {

  private static final String FORMAT = "stateline/transition/1";

  /**
   * @throws InvalidInputException if the processing time is negative
   */
  public Transition {
    Objects.requireNonNull(actionsContent, "actionsContent");
    Objects.requireNonNull(outcomesContent, "outcomesContent");
    WallClock.check(createdAt);
    if (processingTime.isNegative()) {
      throw new InvalidInputException("a processing time is not negative: " + processingTime);
    }
  }

  /** A transition whose documents are there. */
  public static Transition of(
      Document actions, Document outcomes, Duration processingTime, Instant createdAt) {
    return new Transition(Content.of(actions), Content.of(outcomes), processingTime, createdAt);
  }

  /**
   * What was done.
   *
   * @throws NotFoundException STATE_PRUNED if retention took it
   */
  public Document actions() {
    return actionsContent.document().orElseThrow(() -> NotFoundException.pruned("what was done"));
  }

  /**
   * What came of it.
   *
   * @throws NotFoundException STATE_PRUNED if retention took it
   */
  public Document outcomes() {
    return outcomesContent
        .document()
        .orElseThrow(() -> NotFoundException.pruned("what came of it"));
  }

  /** The hash of actions and outcomes, as {@code docs/reference/hashing.md} defines it. */
  public Sha256 hash() {
    return hash(actionsContent.hash(), outcomesContent.hash());
  }

  /** As {@link #hash()}, from the hashes of the two documents. */
  public static Sha256 hash(Sha256 actionsHash, Sha256 outcomesHash) {
    return new Preimage(FORMAT)
        .with("actions_hash", actionsHash.hex())
        .with("outcomes_hash", outcomesHash.hex())
        .hash();
  }
}
