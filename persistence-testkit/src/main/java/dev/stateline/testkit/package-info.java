/**
 * What people who write a persistence adapter give to the contract that every adapter passes: a
 * {@link dev.stateline.testkit.PersistenceFixture}. Their test extends {@code
 * dev.stateline.testkit.contract.PersistenceContract}; samples for tests of their own are in {@code
 * dev.stateline.testkit.sample}.
 *
 * <p>Part of the published API: its public types change only as Semantic Versioning allows.
 */
package dev.stateline.testkit;
