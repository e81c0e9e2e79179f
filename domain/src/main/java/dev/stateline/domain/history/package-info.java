/**
 * Segments and lineage, the commit of a turn, and the proof of history: chain hashes and receipts.
 */
package dev.stateline.domain.history;
