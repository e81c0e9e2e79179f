/**
 * The scenario {@code world}: a rule-based geopolitical model of every country, on real data. It is
 * found through {@link dev.stateline.domain.spi.EngineProvider} like any third party's; {@code
 * docs/scenario-world.md} has its formulas, units and sources.
 *
 * <p>Not API: for this module only, it may change at any time.
 */
package dev.stateline.examples.world;
