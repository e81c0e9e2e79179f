/**
 * What every SQL adapter shares: schema, mappers, row encoding and the ports on them. An adapter
 * brings its {@link dev.stateline.persistence.sql.SqlDialect}, its connections, and its way of
 * telling whether a writer lives.
 */
package dev.stateline.persistence.sql;
