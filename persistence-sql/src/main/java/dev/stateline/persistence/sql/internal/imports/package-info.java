/**
 * Taking in simulations of other databases.
 *
 * <p>Not API: for this module only, it may change at any time.
 */
package dev.stateline.persistence.sql.internal.imports;
