/**
 * How a document's canonical bytes become a payload in a row, and back.
 *
 * <p>Not API: for this module only, it may change at any time.
 */
package dev.stateline.persistence.sql.internal.payload;
