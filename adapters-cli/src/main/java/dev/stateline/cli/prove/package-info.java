/**
 * Prove that the stored history is the one that was run: verify and replay.
 *
 * <p>Not API: for this module only, it may change at any time.
 */
package dev.stateline.cli.prove;
