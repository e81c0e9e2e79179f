/** What is stored while it is measured: turns that come out the same for a seed each time. */
package dev.stateline.benchmarks.workload;
