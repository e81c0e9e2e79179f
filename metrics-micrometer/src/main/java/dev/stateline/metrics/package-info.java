/** What turns cost, as timers and counters of Micrometer. */
package dev.stateline.metrics;
