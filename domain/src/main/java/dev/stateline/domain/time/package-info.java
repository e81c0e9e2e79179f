/**
 * Turn numbers and ranges, the simulated world's time, and the wall clock.
 *
 * <p>Part of the published API: its public types change only as Semantic Versioning allows.
 */
package dev.stateline.domain.time;
