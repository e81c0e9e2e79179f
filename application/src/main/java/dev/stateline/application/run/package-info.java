/**
 * Running and resuming simulations: the loop, what it reports, and how it stops.
 *
 * <p>Part of the published API: its public types change only as Semantic Versioning allows.
 */
package dev.stateline.application.run;
