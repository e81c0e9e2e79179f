/** Segments and lineage: where the turns of a simulation lie. */
package dev.stateline.domain.history;
