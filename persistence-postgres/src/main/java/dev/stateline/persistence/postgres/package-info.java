/** The PostgreSQL adapter: its door, and what differs from other databases. */
package dev.stateline.persistence.postgres;
