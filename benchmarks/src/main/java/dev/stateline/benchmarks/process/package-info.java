/** Commands as a person sees them: whole processes, from the start to the end. */
package dev.stateline.benchmarks.process;
