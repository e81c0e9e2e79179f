/**
 * Segments and lineage: where the turns of a simulation lie.
 *
 * <p>Part of the published API: its public types change only as Semantic Versioning allows.
 */
package dev.stateline.domain.history;
