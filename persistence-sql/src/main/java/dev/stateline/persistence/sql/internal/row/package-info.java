/**
 * What all rows share: the seal over their columns.
 *
 * <p>Not API: for this module only, it may change at any time.
 */
package dev.stateline.persistence.sql.internal.row;
