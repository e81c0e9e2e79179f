package dev.stateline.persistence.memory;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectNestedClass;

import dev.stateline.testkit.PersistenceFixture;
import dev.stateline.testkit.contract.PersistenceContract;
import java.util.List;
import java.util.function.Supplier;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** Runs the contract, or a part of it, against any store. Used by one thread at a time. */
final class ContractRun {

  // JUnit makes the test's instance itself: there is no other way to hand it the store.
  private static Supplier<PersistenceFixture> suspect;

  private ContractRun() {}

  /** All of the contract. */
  static TestExecutionSummary of(Supplier<PersistenceFixture> fixture) {
    return run(fixture, selectClass(SuspectContract.class));
  }

  /** One part of the contract. */
  static TestExecutionSummary of(Supplier<PersistenceFixture> fixture, String suite) {
    return run(
        fixture,
        selectNestedClass(
            List.of(SuspectContract.class.getName()),
            PersistenceContract.class.getName() + "$" + suite));
  }

  private static TestExecutionSummary run(
      Supplier<PersistenceFixture> fixture, DiscoverySelector tests) {
    suspect = fixture;
    SummaryGeneratingListener listener = new SummaryGeneratingListener();
    LauncherFactory.create()
        .execute(LauncherDiscoveryRequestBuilder.request().selectors(tests).build(), listener);
    return listener.getSummary();
  }

  /** Not run by itself: it has no store of its own. */
  static class SuspectContract extends PersistenceContract {
    @Override
    protected PersistenceFixture fixture() {
      return suspect.get();
    }
  }
}
