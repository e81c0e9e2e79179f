/**
 * Proving that the stored history is the one that was run.
 *
 * <p>Part of the published API: its public types change only as Semantic Versioning allows.
 */
package dev.stateline.application.verify;
