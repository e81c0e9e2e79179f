/**
 * Keep what there is: checkpoints, archive, copies, deletion.
 *
 * <p>Not API: for this module only, it may change at any time.
 */
package dev.stateline.cli.keep;
