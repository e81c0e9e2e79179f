/** The races: all contenders do the same, by turns, in one run. */
package dev.stateline.benchmarks.measure;
