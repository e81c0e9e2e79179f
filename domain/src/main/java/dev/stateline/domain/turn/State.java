package dev.stateline.domain.turn;

import dev.stateline.domain.document.Document;
import dev.stateline.domain.document.Sha256;
import dev.stateline.domain.error.InvalidInputException;
import dev.stateline.domain.error.NotFoundException;
import dev.stateline.domain.naming.SegmentId;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.time.SimulatedTime;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.time.WallClock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * The world at the end of a turn, as it is kept: immutable, and never moved to another segment.
 *
 * @param simulation the simulation that wrote it; forks read it too
 * @param ref where it stands, with the proof of all history up to and including it
 * @param simulatedTime the world's own time, where the engine gives one
 * @param content its document, which may have been pruned
 * @param stateVersion the scenario's version of the document's shape, 1 or more
 * @param provenance what computed it
 * @param createdAt wall clock, whole microseconds
 */
public record State(
    SimulationId simulation,
    StateRef ref,
    Optional<SimulatedTime> simulatedTime,
    Content content,
    int stateVersion,
    Provenance provenance,
    Instant createdAt) {

  /**
   * @throws InvalidInputException if the state version is below 1
   */
  public State {
    Objects.requireNonNull(simulation, "simulation");
    Objects.requireNonNull(ref, "ref");
    Objects.requireNonNull(simulatedTime, "simulatedTime");
    Objects.requireNonNull(content, "content");
    Objects.requireNonNull(provenance, "provenance");
    WallClock.check(createdAt);
    if (stateVersion < 1) {
      throw new InvalidInputException("a state version is 1 or more, not " + stateVersion);
    }
  }

  /** The segment that holds it. */
  public SegmentId segment() {
    return ref.segment();
  }

  public TurnNumber turn() {
    return ref.turn();
  }

  /** The proof of all history up to and including this state. */
  public ChainHash chainHash() {
    return ref.chainHash();
  }

  /** The hash of its document, which is known also when that was pruned. */
  public Sha256 stateHash() {
    return content.hash();
  }

  /**
   * Its document.
   *
   * @throws NotFoundException STATE_PRUNED if retention took it
   */
  public Document document() {
    return content
        .document()
        .orElseThrow(() -> NotFoundException.pruned("the state", turn().value()));
  }
}
