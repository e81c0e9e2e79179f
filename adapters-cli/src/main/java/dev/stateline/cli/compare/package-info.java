/**
 * Where states and runs differ.
 *
 * <p>Not API: for this module only, it may change at any time.
 */
package dev.stateline.cli.compare;
