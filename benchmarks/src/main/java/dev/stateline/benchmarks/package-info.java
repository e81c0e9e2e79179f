/** Measurements: what Stateline costs beside stores written by hand, and beside its peers. */
package dev.stateline.benchmarks;
