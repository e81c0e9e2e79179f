/**
 * Checkpoints: names for states.
 *
 * <p>Part of the published API: its public types change only as Semantic Versioning allows.
 */
package dev.stateline.domain.checkpoint;
