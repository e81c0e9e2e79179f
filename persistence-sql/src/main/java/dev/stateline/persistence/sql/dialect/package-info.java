/**
 * What an adapter brings: its dialect, its connections, and its way to tell whether a writer lives.
 *
 * <p>Not API: for this project's own modules only, it may change at any time.
 */
package dev.stateline.persistence.sql.dialect;
