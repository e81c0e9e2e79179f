/** A simulation, its name and status, its provenance, and who may write to it. */
package dev.stateline.domain.simulation;
