package dev.stateline.persistence.sql.internal.simulation;

import dev.stateline.domain.document.Sha256;
import java.util.UUID;

/**
 * What the turn has that a head names.
 *
 * @param chainHash null if there is no such turn
 * @param provenanceHash null if there is no such turn, or it has none
 */
record HeadProof(UUID simulationId, Sha256 chainHash, Sha256 provenanceHash) {}
