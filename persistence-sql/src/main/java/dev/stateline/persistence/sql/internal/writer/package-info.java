/**
 * Who may write to a simulation, and what only a writer may do.
 *
 * <p>Not API: for this module only, it may change at any time.
 */
package dev.stateline.persistence.sql.internal.writer;
