/**
 * Rows of simulations, their heads and segments, under their locks; the catalogue on them.
 *
 * <p>Not API: for this module only, it may change at any time.
 */
package dev.stateline.persistence.sql.internal.simulation;
