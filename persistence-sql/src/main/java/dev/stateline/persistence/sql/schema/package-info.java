/**
 * The schema, and how it comes about.
 *
 * <p>Not API: for this project's own modules only, it may change at any time.
 */
package dev.stateline.persistence.sql.schema;
