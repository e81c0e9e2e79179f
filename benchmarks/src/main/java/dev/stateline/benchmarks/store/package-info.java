/** Who is measured: Stateline, stores written by hand, and peers, all behind one small door. */
package dev.stateline.benchmarks.store;
