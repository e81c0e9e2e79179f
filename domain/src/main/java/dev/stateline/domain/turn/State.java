package dev.stateline.domain.turn;

import dev.stateline.domain.document.Document;
import dev.stateline.domain.error.InvalidInputException;
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
 * @param simulatedTime the world's own time, where the engine gives one
 * @param stateVersion the scenario's version of the document's shape, 1 or more
 * @param chainHash the proof of all history up to and including this state
 * @param provenance what computed it
 * @param createdAt wall clock, whole microseconds
 */
public record State(
    StateId id,
    SimulationId simulation,
    SegmentId segment,
    TurnNumber turn,
    Optional<SimulatedTime> simulatedTime,
    Document document,
    int stateVersion,
    ChainHash chainHash,
    Provenance provenance,
    Instant createdAt) {

  /**
   * @throws InvalidInputException if the state version is below 1
   */
  public State {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(simulation, "simulation");
    Objects.requireNonNull(segment, "segment");
    Objects.requireNonNull(turn, "turn");
    Objects.requireNonNull(simulatedTime, "simulatedTime");
    Objects.requireNonNull(document, "document");
    Objects.requireNonNull(chainHash, "chainHash");
    Objects.requireNonNull(provenance, "provenance");
    WallClock.check(createdAt);
    if (stateVersion < 1) {
      throw new InvalidInputException("a state version is 1 or more, not " + stateVersion);
    }
  }
}
