/**
 * Work on the database: sessions, transactions, and what is said when they fail.
 *
 * <p>Not API: for this module only, it may change at any time.
 */
package dev.stateline.persistence.sql.internal.session;
