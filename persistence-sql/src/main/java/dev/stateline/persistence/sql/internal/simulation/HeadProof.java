package dev.stateline.persistence.sql.internal.simulation;

import dev.stateline.domain.document.Sha256;
import java.util.UUID;

/**
 * What is stored where a head stands, for comparison with it.
 *
 * @param owner the simulation that began the head's segment; null if there is no such segment
 * @param branchStateSegment the segment of the turn that the head's segment branches from; null if
 *     the head is not on that turn
 * @param lastTurn the last turn that is stored on the head's segment; null if there is none
 * @param chainHash of the turn that the head names; null if there is no such turn
 * @param provenanceHash null if there is no such turn, or it has none
 */
record HeadProof(
    UUID simulationId,
    UUID owner,
    UUID branchStateSegment,
    Integer lastTurn,
    Sha256 chainHash,
    Sha256 provenanceHash) {}
