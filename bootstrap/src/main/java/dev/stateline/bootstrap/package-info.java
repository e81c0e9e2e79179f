/**
 * Puts the parts together: {@code main}, wiring, the process and its terminal. {@link
 * dev.stateline.bootstrap.Workspaces} is the entry for programs that Stateline is a part of.
 *
 * <p>Not API, but for that entry: for this module only, it may change at any time.
 */
package dev.stateline.bootstrap;
