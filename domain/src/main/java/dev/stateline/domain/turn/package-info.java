/** A turn: its state, what was done and what came of it, and the proof of both. */
package dev.stateline.domain.turn;
