/**
 * Forks and rollbacks, and the end of histories that nothing rests on any more.
 *
 * <p>Not API: for this module only, it may change at any time.
 */
package dev.stateline.persistence.sql.internal.branch;
