/**
 * A turn: its state, what was done and what came of it, and the proof of both.
 *
 * <p>Part of the published API: its public types change only as Semantic Versioning allows.
 */
package dev.stateline.domain.turn;
