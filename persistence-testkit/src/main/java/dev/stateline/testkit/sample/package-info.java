/**
 * Simulations, turns and whole trees of them for tests of adapters, with all that a database is to
 * give back of them.
 *
 * <p>Part of the published API: its public types change only as Semantic Versioning allows.
 */
package dev.stateline.testkit.sample;
