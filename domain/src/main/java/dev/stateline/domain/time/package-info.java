/** Turn numbers and ranges, the simulated world's time, and the wall clock. */
package dev.stateline.domain.time;
