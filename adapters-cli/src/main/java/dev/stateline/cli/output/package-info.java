/**
 * Data as tables, JSON and CSV.
 *
 * <p>Not API: for this module only, it may change at any time.
 */
package dev.stateline.cli.output;
