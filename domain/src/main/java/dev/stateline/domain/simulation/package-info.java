/**
 * A simulation, its name and status, and how it begins: new, as a fork, by a rollback, by an
 * import.
 */
package dev.stateline.domain.simulation;
