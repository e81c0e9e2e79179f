/**
 * The contract that every scenario passes: the test of a scenario extends {@link
 * dev.stateline.scenario.testkit.ScenarioContract}.
 *
 * <p>Part of the published API: its public types change only as Semantic Versioning allows.
 */
package dev.stateline.scenario.testkit;
