/**
 * Run, resume, and what can be run.
 *
 * <p>Not API: for this module only, it may change at any time.
 */
package dev.stateline.cli.run;
