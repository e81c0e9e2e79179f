package dev.stateline.domain.turn;

import dev.stateline.domain.document.Sha256;
import dev.stateline.domain.naming.SegmentId;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.time.SimulatedTime;
import dev.stateline.domain.time.TurnNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What is known of a turn without reading its documents.
 *
 * @param simulation the simulation that wrote the turn
 * @param segment the segment that holds it
 * @param documentSize the state's canonical bytes
 * @param storedSize the bytes that the state takes as it is stored
 * @param encoding how the state is stored, in the adapter's words
 * @param transitionHash the hash of actions and outcomes; empty for turn 0
 * @param processingTime what the engine and the action source took; empty for turn 0
 */
public record TurnRecord(
    SimulationId simulation,
    SegmentId segment,
    StateId state,
    TurnNumber turn,
    Optional<SimulatedTime> simulatedTime,
    Sha256 stateHash,
    ChainHash chainHash,
    Sha256 provenanceHash,
    int stateVersion,
    String encoding,
    int documentSize,
    int storedSize,
    Optional<Sha256> transitionHash,
    Optional<Duration> processingTime,
    Instant createdAt) {

  public TurnRecord {
    Objects.requireNonNull(simulation, "simulation");
    Objects.requireNonNull(segment, "segment");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(turn, "turn");
    Objects.requireNonNull(simulatedTime, "simulatedTime");
    Objects.requireNonNull(stateHash, "stateHash");
    Objects.requireNonNull(chainHash, "chainHash");
    Objects.requireNonNull(provenanceHash, "provenanceHash");
    Objects.requireNonNull(encoding, "encoding");
    Objects.requireNonNull(transitionHash, "transitionHash");
    Objects.requireNonNull(processingTime, "processingTime");
    Objects.requireNonNull(createdAt, "createdAt");
  }
}
