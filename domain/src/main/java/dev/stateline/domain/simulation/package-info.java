/**
 * A simulation, its name and status, and how it begins: new, as a fork, by a rollback, by an
 * import.
 *
 * <p>Part of the published API: its public types change only as Semantic Versioning allows.
 */
package dev.stateline.domain.simulation;
