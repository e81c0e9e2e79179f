package dev.stateline.persistence.sql.internal.simulation;

import dev.stateline.domain.document.Sha256;
import dev.stateline.domain.history.Head;
import dev.stateline.domain.naming.SegmentId;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.turn.ChainHash;
import dev.stateline.domain.turn.StateRef;
import java.util.UUID;

/**
 * The last turn that is stored where a head leads to, whatever turn the head names.
 *
 * @param headSegmentId the segment that the head stands on
 * @param stateSegmentId the one that holds the turn
 * @param seed in force on the head's segment
 */
public record LastTurn(
    UUID headSegmentId,
    UUID stateSegmentId,
    Integer turnNumber,
    Sha256 chainHash,
    Sha256 provenanceHash,
    Long seed) {

  public Head head() {
    return new Head(
        new SegmentId(headSegmentId),
        new StateRef(
            new SegmentId(stateSegmentId), new TurnNumber(turnNumber), new ChainHash(chainHash)),
        provenanceHash);
  }
}
