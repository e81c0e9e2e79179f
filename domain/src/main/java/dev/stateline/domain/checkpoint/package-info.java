/** Checkpoints: names for states. */
package dev.stateline.domain.checkpoint;
