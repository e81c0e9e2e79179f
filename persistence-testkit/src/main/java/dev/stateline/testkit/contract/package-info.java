/**
 * The contract of a persistence adapter, as JUnit suites: extend {@link
 * dev.stateline.testkit.contract.PersistenceContract}, or a part of it.
 *
 * <p>Part of the published API: its public types change only as Semantic Versioning allows.
 */
package dev.stateline.testkit.contract;
