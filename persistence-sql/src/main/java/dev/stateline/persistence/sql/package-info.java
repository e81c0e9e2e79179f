/**
 * What every SQL adapter shares. An adapter brings a {@link
 * dev.stateline.persistence.sql.dialect.SqlDialect}, connections, and a way to tell whether a
 * writer lives, and gets the ports.
 *
 * <p>Not API: for this project's own modules only, it may change at any time.
 */
package dev.stateline.persistence.sql;
