/**
 * Turns in their rows: written, read one by one, and read in pages.
 *
 * <p>Not API: for this module only, it may change at any time.
 */
package dev.stateline.persistence.sql.internal.turn;
