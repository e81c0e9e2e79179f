/**
 * The contract that every persistence adapter passes, as JUnit suites for people who write
 * adapters: extend {@link dev.stateline.testkit.PersistenceContract} and give it a {@link
 * dev.stateline.testkit.PersistenceFixture}.
 */
package dev.stateline.testkit;
