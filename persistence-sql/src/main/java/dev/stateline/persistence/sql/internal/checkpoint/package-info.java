/**
 * Checkpoints in their rows.
 *
 * <p>Not API: for this module only, it may change at any time.
 */
package dev.stateline.persistence.sql.internal.checkpoint;
