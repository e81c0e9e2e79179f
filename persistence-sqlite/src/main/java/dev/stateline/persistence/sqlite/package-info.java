/**
 * The SQLite adapter: its door, and what differs from other databases.
 *
 * <p>Not API: for this module only, it may change at any time.
 */
package dev.stateline.persistence.sqlite;
