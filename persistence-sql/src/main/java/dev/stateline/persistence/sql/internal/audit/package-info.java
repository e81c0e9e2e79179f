/**
 * What is stored, as it is stored, for verification.
 *
 * <p>Not API: for this module only, it may change at any time.
 */
package dev.stateline.persistence.sql.internal.audit;
