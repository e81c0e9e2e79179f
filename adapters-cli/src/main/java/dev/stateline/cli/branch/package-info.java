/**
 * Go another way: fork and roll back.
 *
 * <p>Not API: for this module only, it may change at any time.
 */
package dev.stateline.cli.branch;
