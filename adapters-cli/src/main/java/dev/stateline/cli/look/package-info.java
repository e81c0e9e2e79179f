/**
 * Look at simulations, turns and states; each reads only.
 *
 * <p>Not API: for this module only, it may change at any time.
 */
package dev.stateline.cli.look;
