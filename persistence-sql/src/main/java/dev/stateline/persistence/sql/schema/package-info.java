/** The schema, and how it comes about. */
package dev.stateline.persistence.sql.schema;
