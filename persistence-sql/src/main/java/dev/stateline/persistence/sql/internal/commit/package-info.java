/**
 * Adding turns: one, or several in one durable write.
 *
 * <p>Not API: for this module only, it may change at any time.
 */
package dev.stateline.persistence.sql.internal.commit;
